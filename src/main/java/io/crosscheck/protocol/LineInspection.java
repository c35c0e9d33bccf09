package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crosscheck.tensor.DType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What there is to remark on one line of an adapter. */
final class LineInspection {

  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "output", Set.of("dtype", "shape", "values", "bits"),
          "refused", Set.of("code", "message"),
          "unsupported", Set.of("reason"),
          "failed", Set.of("message"),
          "description",
              Set.of(
                  "name",
                  "version",
                  "language",
                  "url",
                  "operations",
                  "choices",
                  "dialect",
                  "encoding"));

  private final Consumer<String> remarks;

  LineInspection(Consumer<String> remarks) {
    this.remarks = remarks;
  }

  void inspect(JsonObject line) throws ProtocolException {
    Set<String> known = new TreeSet<>(MEMBERS.keySet());
    known.addAll(List.of("id", "enclosure"));
    remarkUnknown("an answer", line, known);
    for (Map.Entry<String, Set<String>> kind : new TreeMap<>(MEMBERS).entrySet()) {
      if (line.has(kind.getKey())) {
        inspect(kind.getKey(), line.object(kind.getKey()), kind.getValue());
      }
    }
  }

  private void inspect(String kind, JsonObject body, Set<String> known) throws ProtocolException {
    remarkUnknown("\"" + kind + "\"", body, known);
    switch (kind) {
      case "output" -> inspectOutput(body);
      case "description" -> inspectDescription(body);
      case "unsupported" -> remarkMissing(kind, body, "reason");
      default -> remarkMissing(kind, body, "message");
    }
  }

  private void inspectOutput(JsonObject tensor) throws ProtocolException {
    DType dtype = TensorReader.dtype(tensor.string("dtype"));
    if (!tensor.has("values") || !dtype.isFloat()) {
      return;
    }
    try (JsonParser values = tensor.open("values")) {
      for (int i = 0; values.nextToken() != JsonToken.END_ARRAY; i++) {
        inspectElement(values, dtype, i);
      }
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }

  private void inspectElement(JsonParser values, DType dtype, int index)
      throws IOException, ProtocolException {
    boolean isBare = values.currentToken().isNumeric();
    String text = values.getText();
    boolean isWord = Character.isLetter(text.charAt(text.length() - 1));
    if (isBare && isWord) {
      remarks.accept(
          "values hold a bare %s, which is no JSON: write \"%s\" with quotes (or send bits)"
              .formatted(text, text));
    } else if (!isWord && Double.isInfinite(ElementReader.number(values, dtype, index))) {
      remarks.accept(
          "value %d is %s, beyond the range of %s: it is read as an infinity"
              .formatted(index, text, dtype.token()));
    }
  }

  private void inspectDescription(JsonObject description) throws ProtocolException {
    JsonObject operations = description.object("operations");
    if (operations.names().isEmpty()) {
      remarks.accept("\"operations\" is empty: every case will be unsupported");
    }
    for (String name : operations.names()) {
      JsonObject claim = operations.object(name);
      remarkUnknown("the claim of " + name, claim, Set.of("dtypes"));
    }
    Reply.Described described = DescriptionReader.read(0, description);
    described.remarks().forEach(remarks);
  }

  private void remarkUnknown(String where, JsonObject object, Set<String> known) {
    Set<String> unknown = new TreeSet<>(object.names());
    unknown.removeAll(known);
    for (String name : unknown) {
      remarks.accept(
          "unknown member \"%s\" in %s is ignored; known are %s"
              .formatted(Excerpt.of(name, 100), where, String.join(", ", new TreeSet<>(known))));
    }
  }

  private void remarkMissing(String kind, JsonObject body, String member) {
    if (!body.has(member)) {
      remarks.accept(
          "\"%s\" without a \"%s\": say why, it stands in the report".formatted(kind, member));
    }
  }
}
