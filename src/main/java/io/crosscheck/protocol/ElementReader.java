package io.crosscheck.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/** Single elements from JSON, rounded once from their decimal text. */
final class ElementReader {

  private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

  private ElementReader() {}

  static double number(JsonParser parser, DType dtype, int index)
      throws IOException, ProtocolException {
    JsonToken token = parser.currentToken();
    String text = parser.getText();
    boolean fits = token == JsonToken.VALUE_STRING ? NOT_FINITE.contains(text) : token.isNumeric();
    if (fits) {
      try {
        return NumberLiteral.parse(text, dtype);
      } catch (IllegalArgumentException e) {
        // An exponent beyond five digits, or a word such as INF; refused below.
      }
    }
    throw refused(parser, index, "a number, \"NaN\", \"Infinity\" or \"-Infinity\"");
  }

  static long integer(JsonParser parser, DType dtype, int index)
      throws IOException, ProtocolException {
    JsonToken token = parser.currentToken();
    if (dtype == DType.BOOL) {
      if (!token.isBoolean()) {
        throw refused(parser, index, "true or false");
      }
      return token == JsonToken.VALUE_TRUE ? 1 : 0;
    }
    if (token.isNumeric()) {
      try {
        long value = new BigDecimal(parser.getText()).longValueExact();
        if (dtype == DType.INT64 || value == (int) value) {
          return value;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        // A fraction, a word such as NaN, or beyond 64 bits; refused below.
      }
    }
    throw refused(parser, index, "an integer within " + dtype.token());
  }

  private static ProtocolException refused(JsonParser parser, int index, String expected)
      throws IOException {
    String seen = parser.getText();
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      seen = '"' + seen + '"';
    }
    return new ProtocolException(
        "value " + index + " is " + Excerpt.of(seen, 100) + "; expected " + expected);
  }
}
