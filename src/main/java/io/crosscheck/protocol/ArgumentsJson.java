package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The protocol's way of writing arguments and elements, for documents that hold them too. */
public final class ArgumentsJson {

  private ArgumentsJson() {}

  /** The members {@code attributes} and {@code inputs} of a JSON object, either may be missing. */
  public static Arguments arguments(String object) throws ProtocolException {
    return QueryReader.arguments(JsonObject.parse(object.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes these two members into the object that is open. */
  public static void writeArguments(JsonGenerator json, Arguments arguments) throws IOException {
    LineWriter.writeArguments(json, arguments, Encoding.VALUES);
  }

  /** Writes the elements as an array, in row-major order. */
  public static void writeValues(JsonGenerator json, Tensor tensor) throws IOException {
    TensorWriter.writeValues(json, tensor);
  }

  /** Base64 of the little-endian elements. */
  public static String bits(Tensor tensor) {
    return ElementBits.encode(tensor);
  }
}
