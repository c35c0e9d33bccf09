package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The protocol's lines as text. */
final class LineWriter {

  /** The version of the protocol that is spoken here. */
  static final int VERSION = 1;

  private static final JsonFactory JSON = new JsonFactory();

  private LineWriter() {}

  @FunctionalInterface
  private interface Members {
    void writeTo(JsonGenerator json) throws IOException;
  }

  static String describe(long id) {
    return line(
        json -> {
          json.writeNumberField("id", id);
          json.writeObjectFieldStart("describe");
          json.writeNumberField("protocol", VERSION);
          json.writeEndObject();
        });
  }

  static String request(long id, Request request, Encoding encoding) {
    return line(
        json -> {
          json.writeNumberField("id", id);
          json.writeStringField("operation", request.operation());
          writeArguments(json, request.arguments(), encoding);
        });
  }

  /** The members "attributes" and "inputs" of a request. */
  static void writeArguments(JsonGenerator json, Arguments arguments, Encoding encoding)
      throws IOException {
    json.writeObjectFieldStart("attributes");
    for (Map.Entry<String, Object> entry : arguments.attributes().entrySet()) {
      json.writeFieldName(entry.getKey());
      writeAttribute(json, entry.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("inputs");
    for (Map.Entry<String, Tensor> entry : arguments.inputs().entrySet()) {
      json.writeFieldName(entry.getKey());
      TensorWriter.write(json, entry.getValue(), encoding);
    }
    json.writeEndObject();
  }

  private static void writeAttribute(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Long integer) {
      json.writeNumber(integer);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      // "1.0", not "1": a number that is not an integer stays one.
      json.writeNumber(number.toString());
    } else {
      json.writeString(value.toString());
    }
  }

  static String answer(
      long id, Answer answer, Encoding encoding, Optional<EnclosureText> enclosure) {
    return line(
        json -> {
          json.writeNumberField("id", id);
          writeAnswer(json, answer, encoding);
          if (enclosure.isPresent()) {
            json.writeObjectFieldStart("enclosure");
            writeStrings(json, "lower", enclosure.get().lower());
            writeStrings(json, "upper", enclosure.get().upper());
            json.writeEndObject();
          }
        });
  }

  /** The answer to a line without a readable id. */
  static String failedWithoutId(String message) {
    return line(
        json -> {
          json.writeNullField("id");
          writeAnswer(json, new Answer.Failed(message), Encoding.VALUES);
        });
  }

  private static void writeAnswer(JsonGenerator json, Answer answer, Encoding encoding)
      throws IOException {
    if (answer instanceof Answer.Output output) {
      json.writeFieldName("output");
      TensorWriter.write(json, output.tensor(), encoding);
    } else if (answer instanceof Answer.Refused refused) {
      json.writeObjectFieldStart("refused");
      json.writeStringField("code", refused.code().token());
      json.writeStringField("message", refused.message());
      json.writeEndObject();
    } else if (answer instanceof Answer.Unsupported unsupported) {
      json.writeObjectFieldStart("unsupported");
      json.writeStringField("reason", unsupported.reason());
      json.writeEndObject();
    } else if (answer instanceof Answer.Failed failed) {
      json.writeObjectFieldStart("failed");
      json.writeStringField("message", failed.message());
      json.writeEndObject();
    }
  }

  static String description(long id, Description description, Encoding encoding) {
    return line(
        json -> {
          json.writeNumberField("id", id);
          json.writeObjectFieldStart("description");
          json.writeStringField("name", description.name());
          json.writeStringField("version", description.version());
          json.writeStringField("language", description.language());
          json.writeStringField("url", description.url());
          writeOperations(json, new TreeMap<>(description.operations()));
          json.writeObjectFieldStart("choices");
          for (var entry : new TreeMap<>(description.choices()).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
          }
          json.writeEndObject();
          if (description.dialect().isPresent()) {
            json.writeStringField("dialect", description.dialect().get());
          }
          json.writeStringField("encoding", encoding.token());
          json.writeEndObject();
        });
  }

  private static void writeOperations(JsonGenerator json, Map<String, Set<DType>> operations)
      throws IOException {
    json.writeObjectFieldStart("operations");
    for (Map.Entry<String, Set<DType>> entry : operations.entrySet()) {
      json.writeObjectFieldStart(entry.getKey());
      writeStrings(json, "dtypes", entry.getValue().stream().sorted().map(DType::token).toList());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeStrings(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static String line(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
