package io.crosscheck.operation;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import java.util.regex.Pattern;

/** Attribute values as features and command lines write them. */
public final class AttributeValue {

  private static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.?\\d.*|NaN|Infinity)");

  private AttributeValue() {}

  /**
   * The value that {@code text} denotes: an integer is a Long, another number a Double, true and
   * false a Boolean, all else a String. Whether an operation takes such a value is not checked.
   */
  public static Object of(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    if (INTEGER.matcher(text).matches()) {
      return NumberLiteral.parseInteger(text, DType.INT64);
    }
    return NUMBER.matcher(text).matches() ? NumberLiteral.parse(text, DType.FLOAT64) : text;
  }
}
