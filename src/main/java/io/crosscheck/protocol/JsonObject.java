package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object as the places of its members in the text. Members are parsed when asked for, so
 * that an array of a hundred million numbers never becomes a tree, whatever order the members come
 * in.
 */
final class JsonObject {

  private static final int MAX_DEPTH = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Python writes NaN, Infinity and -Infinity bare by default.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  // The longest exact decimal of a float64 has 1,077 characters.
                  .maxNumberLength(2_000)
                  .build())
          .build();

  /** Where a value begins and ends in the text, in bytes. */
  private record Place(int start, int end) {}

  private final byte[] text;
  private final Map<String, Place> places;

  private JsonObject(byte[] text, Map<String, Place> places) {
    this.text = text;
    this.places = places;
  }

  /** A line that must be one JSON object and nothing else. */
  static JsonObject parse(byte[] line) throws ProtocolException {
    refuseZeroBytes(line);
    try (JsonParser parser = JSON.createParser(line)) {
      parser.nextToken();
      JsonObject object = scan(line, parser, 0);
      if (parser.nextToken() != null) {
        throw new ProtocolException("more than one JSON value in a line; expected one object");
      }
      return object;
    } catch (IOException e) {
      throw refused(e);
    }
  }

  // A zero byte would make the parser guess at UTF-16.
  private static void refuseZeroBytes(byte[] line) throws ProtocolException {
    for (byte b : line) {
      if (b == 0) {
        throw new ProtocolException("a zero byte in a line; expected one JSON object in UTF-8");
      }
    }
  }

  private static JsonObject scan(byte[] text, JsonParser parser, int base)
      throws IOException, ProtocolException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new ProtocolException("not a JSON object");
    }
    Map<String, Place> places = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
      int start = base + (int) parser.currentTokenLocation().getByteOffset();
      parser.skipChildren();
      parser.finishToken();
      if (!isNull) {
        int end = base + (int) parser.currentLocation().getByteOffset();
        places.put(name, new Place(start, end));
      }
    }
    return new JsonObject(text, places);
  }

  /** The members that are there and not null. */
  Set<String> names() {
    return places.keySet();
  }

  boolean has(String name) {
    return places.containsKey(name);
  }

  /** A parser that stands on the value of that member. */
  JsonParser open(String name) throws IOException, ProtocolException {
    Place place = place(name);
    JsonParser parser = JSON.createParser(text, place.start(), place.end() - place.start());
    parser.nextToken();
    return parser;
  }

  private Place place(String name) throws ProtocolException {
    Place place = places.get(name);
    if (place == null) {
      throw new ProtocolException("no \"" + name + "\" in it");
    }
    return place;
  }

  JsonObject object(String name) throws ProtocolException {
    try (JsonParser parser = open(name)) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw wrongType(name, "an object");
      }
      return scan(text, parser, place(name).start());
    } catch (IOException e) {
      throw refused(e);
    }
  }

  String string(String name) throws ProtocolException {
    try (JsonParser parser = open(name)) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw wrongType(name, "a string");
      }
      return parser.getText();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  Optional<String> optionalString(String name) throws ProtocolException {
    return has(name) ? Optional.of(string(name)) : Optional.empty();
  }

  /** A number with an integral value, however it is written. */
  long integer(String name) throws ProtocolException {
    try (JsonParser parser = open(name)) {
      if (!parser.currentToken().isNumeric()) {
        throw wrongType(name, "an integer");
      }
      return new BigDecimal(parser.getText()).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrongType(name, "an integer");
    } catch (IOException e) {
      throw refused(e);
    }
  }

  static ProtocolException wrongType(String name, String expected) {
    return new ProtocolException("\"" + name + "\" is not " + expected);
  }

  /** What the parser objects to, without the position, which is that in the part parsed. */
  static ProtocolException refused(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
    return new ProtocolException("not a JSON object: " + message.lines().findFirst().orElse(""));
  }
}
