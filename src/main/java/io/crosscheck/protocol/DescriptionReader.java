package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crosscheck.backend.Description;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A description from JSON. What a later version may have added (operations, dtypes, choices,
 * dialects) is ignored with a remark.
 */
final class DescriptionReader {

  private final JsonObject json;
  private final List<String> remarks = new ArrayList<>();

  private DescriptionReader(JsonObject json) {
    this.json = json;
  }

  static Reply.Described read(long id, JsonObject json) throws ProtocolException {
    DescriptionReader reader = new DescriptionReader(json);
    Description description = reader.description();
    return new Reply.Described(id, description, reader.encoding(), List.copyOf(reader.remarks));
  }

  private Description description() throws ProtocolException {
    return new Description(
        json.string("name"),
        json.string("version"),
        json.optionalString("language").orElse(""),
        json.optionalString("url").orElse(""),
        operations(json.object("operations")),
        choices(),
        dialect());
  }

  private Optional<String> dialect() throws ProtocolException {
    Optional<String> given = json.optionalString("dialect");
    if (given.isPresent() && !Dialects.NAMES.contains(given.get())) {
      remarks.add(
          "dialect \"%s\" is not known here and ignored; there are %s"
              .formatted(given.get(), String.join(", ", Dialects.NAMES)));
      return Optional.empty();
    }
    return given;
  }

  private Encoding encoding() throws ProtocolException {
    String token = json.optionalString("encoding").orElse("values");
    return Encoding.ofToken(token)
        .orElseThrow(
            () -> new ProtocolException("encoding \"" + token + "\"; expected values or bits"));
  }

  private Map<String, Set<DType>> operations(JsonObject claimed) throws ProtocolException {
    Map<String, Set<DType>> operations = new TreeMap<>();
    for (String name : claimed.names()) {
      Set<DType> dtypes = dtypes(name, claimed.object(name));
      if (Catalogue.find(name).isEmpty()) {
        remarks.add("operation \"" + name + "\" is not known here and ignored");
      } else if (!dtypes.isEmpty()) {
        operations.put(name, dtypes);
      }
    }
    return operations;
  }

  private Set<DType> dtypes(String operation, JsonObject claim) throws ProtocolException {
    Set<DType> dtypes = EnumSet.noneOf(DType.class);
    try (JsonParser parser = claim.open("dtypes")) {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw JsonObject.wrongType("dtypes", "an array of strings");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          throw JsonObject.wrongType("dtypes", "an array of strings");
        }
        Optional<DType> dtype = DType.ofToken(parser.getText());
        dtype.ifPresent(dtypes::add);
        if (dtype.isEmpty()) {
          String token = Excerpt.of(parser.getText(), 100);
          remarks.add("dtype \"" + token + "\" of " + operation + " is not known here and ignored");
        }
      }
      return dtypes;
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }

  private Map<String, String> choices() throws ProtocolException {
    Map<String, String> choices = new TreeMap<>();
    if (!json.has("choices")) {
      return choices;
    }
    JsonObject given = json.object("choices");
    for (String name : given.names()) {
      String value = given.string(name);
      Optional<Choice> choice = Choice.ofToken(name);
      if (choice.isPresent() && choice.get().allowed().contains(value)) {
        choices.put(name, value);
      } else {
        String expected = choice.map(c -> "; it can be " + c.allowed()).orElse("");
        remarks.add("choice " + name + " = " + value + " is not known here and ignored" + expected);
      }
    }
    return choices;
  }
}
