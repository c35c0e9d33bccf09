package io.crosscheck.cli;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.AttributeValue;
import io.crosscheck.operation.Operation;
import io.crosscheck.protocol.ProtocolException;
import io.crosscheck.protocol.ProtocolJson;
import io.crosscheck.protocol.Query;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Requests as the command line gives them. What can't be read is refused with the reason. */
final class Questions {

  private Questions() {}

  /** Of options: inputs as {@code dtype:literal}, attributes as text. */
  static Request of(
      Operation operation, Map<String, String> inputs, Map<String, String> attributes) {
    Map<String, Tensor> tensors = new HashMap<>();
    inputs.forEach((name, text) -> tensors.put(name, tensor(name, text)));
    Map<String, Object> values = new HashMap<>();
    attributes.forEach((name, text) -> values.put(name, AttributeValue.of(text)));
    return new Request(operation.name(), new Arguments(tensors, values));
  }

  /** Of a line of the protocol. */
  static Request ofLine(String line) {
    try {
      if (ProtocolJson.query(line) instanceof Query.Run run) {
        return run.request();
      }
    } catch (ProtocolException e) {
      throw new IllegalArgumentException("the request: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("the request asks for a description; expected an operation");
  }

  /** The first line of stdin. */
  static String stdinLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw new IllegalArgumentException(
            "nothing to compute; give --operation and --input, --request, or a line on stdin");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tensor tensor(String name, String text) {
    int colon = text.indexOf(':');
    DType dtype =
        DType.ofToken(text.substring(0, Math.max(colon, 0)))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "input " + name + " is \"" + text + "\"; expected such as float32:[1, 2]"));
    return TensorLiteral.parse(text.substring(colon + 1), dtype);
  }
}
