package io.crosscheck.tensor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as features and command lines write them: decimals, hexadecimal floats, {@code NaN},
 * {@code Infinity}, {@code -0.0}, {@code true}, {@code false}. A text that is not wholly such a
 * number is refused, and a decimal is rounded once, directly to the dtype asked.
 */
public final class NumberLiteral {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,5})?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("([+-]?)0[xX]([0-9a-fA-F]+)(?:\\.([0-9a-fA-F]*))?[pP]([+-]?\\d{1,5})");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

  // Enough to tell any two doubles apart.
  private static final int MOST_DIGITS = 17;

  private NumberLiteral() {}

  /** The number of a float dtype that {@code text} denotes. */
  public static double parse(String text, DType dtype) {
    switch (text) {
      case "NaN":
        return Double.NaN;
      case "Infinity", "+Infinity":
        return Double.POSITIVE_INFINITY;
      case "-Infinity":
        return Double.NEGATIVE_INFINITY;
      default:
        double rounded = dtype.round(exact(text));
        boolean negativeZero = rounded == 0 && text.startsWith("-");
        return negativeZero ? -0.0 : rounded;
    }
  }

  /** The integer or bool of {@code dtype} that {@code text} denotes. */
  public static long parseInteger(String text, DType dtype) {
    if (dtype == DType.BOOL) {
      return switch (text) {
        case "true" -> 1;
        case "false" -> 0;
        default -> throw refused(text, "true or false");
      };
    }
    if (!INTEGER.matcher(text).matches()) {
      throw refused(text, "an integer");
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() > (dtype == DType.INT32 ? 31 : 63)) {
      throw refused(text, "an integer within " + dtype.token());
    }
    return value.longValueExact();
  }

  /** The exact value of a finite decimal or hexadecimal literal. */
  public static BigDecimal exact(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    Matcher hex = HEXADECIMAL.matcher(text);
    if (!hex.matches()) {
      throw refused(
          text, "a decimal, a hexadecimal float such as 0x1.8p3, NaN, Infinity or -Infinity");
    }
    String fraction = hex.group(3) == null ? "" : hex.group(3);
    BigDecimal digits = new BigDecimal(new BigInteger(hex.group(2) + fraction, 16));
    int exponent = Integer.parseInt(hex.group(4)) - 4 * fraction.length();
    BigDecimal two = BigDecimal.valueOf(2).pow(Math.abs(exponent));
    // Dividing by a power of two ends in decimal, so the quotient is exact.
    BigDecimal magnitude = exponent < 0 ? digits.divide(two) : digits.multiply(two);
    return hex.group(1).equals("-") ? magnitude.negate() : magnitude;
  }

  /** The shortest text that reads back as the same element. */
  public static String format(Tensor tensor, int i) {
    DType dtype = tensor.dtype();
    if (dtype == DType.BOOL) {
      return tensor.integer(i) == 1 ? "true" : "false";
    }
    return dtype.isInteger() ? Long.toString(tensor.integer(i)) : format(tensor.number(i), dtype);
  }

  /**
   * The shortest decimal that reads back as {@code value} in {@code dtype}, the same on every JDK
   * (before 19, Java's own may be longer).
   */
  public static String format(double value, DType dtype) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0";
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      BigDecimal shorter = exact.round(new MathContext(digits));
      if (dtype.round(shorter) == value) {
        return written(shorter.stripTrailingZeros());
      }
    }
    throw new IllegalArgumentException(value + " is no " + dtype.token());
  }

  /** As Java writes numbers: plain from 0.001 to 10 million, else with an exponent. */
  private static String written(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return number.toPlainString();
    }
    BigDecimal significand = number.scaleByPowerOfTen(-exponent);
    String whole = significand.scale() > 0 ? "" : ".0";
    return significand.toPlainString() + whole + "E" + exponent;
  }

  private static IllegalArgumentException refused(String text, String expected) {
    return new IllegalArgumentException("\"" + text + "\" is not " + expected);
  }
}
