package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Requests from JSON. */
final class QueryReader {

  private QueryReader() {}

  static Query read(JsonObject json) throws ProtocolException {
    long id = json.integer("id");
    if (json.has("describe")) {
      return new Query.Describe(id);
    }
    if (!json.has("operation")) {
      throw new ProtocolException("neither \"operation\" nor \"describe\" in it");
    }
    Request request = new Request(json.string("operation"), arguments(json));
    return new Query.Run(id, request, encoding(json), flag(json, "enclosure"));
  }

  /** The members "inputs" and "attributes", either of which may be missing. */
  static Arguments arguments(JsonObject json) throws ProtocolException {
    Map<String, Tensor> inputs = new TreeMap<>();
    if (json.has("inputs")) {
      JsonObject given = json.object("inputs");
      for (String name : given.names()) {
        inputs.put(name, input(name, given.object(name)));
      }
    }
    return new Arguments(inputs, attributes(json));
  }

  private static Encoding encoding(JsonObject json) throws ProtocolException {
    if (json.has("inputs")) {
      JsonObject given = json.object("inputs");
      for (String name : given.names()) {
        if (given.object(name).has("bits")) {
          return Encoding.BITS;
        }
      }
    }
    return Encoding.VALUES;
  }

  private static Tensor input(String name, JsonObject json) throws ProtocolException {
    try {
      return TensorReader.read(json);
    } catch (ProtocolException e) {
      throw new ProtocolException("input " + name + ": " + e.reason());
    }
  }

  private static Map<String, Object> attributes(JsonObject json) throws ProtocolException {
    Map<String, Object> attributes = new TreeMap<>();
    if (json.has("attributes")) {
      JsonObject given = json.object("attributes");
      for (String name : given.names()) {
        attributes.put(name, attribute(given, name));
      }
    }
    return attributes;
  }

  private static Object attribute(JsonObject given, String name) throws ProtocolException {
    try (JsonParser parser = given.open(name)) {
      return switch (parser.currentToken()) {
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NUMBER_INT -> integer(parser.getText());
        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
        case VALUE_STRING -> text(parser.getText());
        default -> throw JsonObject.wrongType(name, "a number, a string, true or false");
      };
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }

  private static Object integer(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return Double.parseDouble(text);
    }
  }

  // JSON has no such numbers; as elements of a tensor, they are written as strings.
  private static Object text(String text) {
    return switch (text) {
      case "NaN", "Infinity", "-Infinity" -> Double.parseDouble(text);
      default -> text;
    };
  }

  private static boolean flag(JsonObject json, String name) throws ProtocolException {
    if (!json.has(name)) {
      return false;
    }
    try (JsonParser parser = json.open(name)) {
      if (!parser.currentToken().isBoolean()) {
        throw JsonObject.wrongType(name, "true or false");
      }
      return parser.currentToken() == JsonToken.VALUE_TRUE;
    } catch (IOException e) {
      throw JsonObject.refused(e);
    }
  }
}
