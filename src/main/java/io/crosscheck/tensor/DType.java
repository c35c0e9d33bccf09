package io.crosscheck.tensor;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** The element types of the specification, with the constants of their binary formats. */
public enum DType {
  FLOAT16(11, -14),
  BFLOAT16(8, -126),
  FLOAT32(24, -126),
  FLOAT64(53, -1022),
  INT32(0, 0),
  INT64(0, 0),
  BOOL(0, 0);

  private final int precision;
  private final int minExponent;
  private final double smallestNormal;
  private final double smallestSubnormal;

  DType(int precision, int minExponent) {
    this.precision = precision;
    this.minExponent = minExponent;
    this.smallestNormal = Math.scalb(1.0, minExponent);
    this.smallestSubnormal = Math.scalb(1.0, minExponent - precision + 1);
  }

  /** The name in features and in the protocol, such as {@code float32}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dtype of that name, empty if there is none. */
  public static Optional<DType> ofToken(String token) {
    for (DType dtype : values()) {
      if (dtype.token().equals(token)) {
        return Optional.of(dtype);
      }
    }
    return Optional.empty();
  }

  public boolean isFloat() {
    return precision > 0;
  }

  public boolean isInteger() {
    return this == INT32 || this == INT64;
  }

  /** Whether the format is float16 or bfloat16, whose arithmetic is normally done in float32. */
  public boolean isHalf() {
    return this == FLOAT16 || this == BFLOAT16;
  }

  /** Bits of the significand, the hidden one included. */
  public int precision() {
    return precision;
  }

  /** Exponent of the smallest normal number. */
  public int minExponent() {
    return minExponent;
  }

  /** u, half the distance from 1 to the next larger number. */
  public double unitRoundoff() {
    return Math.scalb(1.0, -precision);
  }

  /** eta, the smallest positive subnormal. */
  public double smallestSubnormal() {
    return smallestSubnormal;
  }

  public double smallestNormal() {
    return smallestNormal;
  }

  /** The largest finite number. */
  public double largest() {
    return Math.scalb(2.0 - Math.scalb(1.0, 1 - precision), 1 - minExponent);
  }

  /**
   * The distance between neighbouring numbers of the binade that holds {@code x}: at a power of two
   * the binade above it, below the smallest normal number the spacing of the subnormals, beyond the
   * largest number its own spacing. This is the project's one definition of an ulp.
   */
  public double ulp(double x) {
    int quantum = quantum(x);
    return quantum < Double.MIN_EXPONENT
        ? Math.scalb(1.0, quantum)
        : Double.longBitsToDouble(quantum + 1023L << 52);
  }

  /** error / ulp(x), without the division. */
  public double ulps(double error, double x) {
    int quantum = quantum(x);
    return quantum < Double.MIN_EXPONENT
        ? error / Math.scalb(1.0, quantum)
        : error * Double.longBitsToDouble(1023L - quantum << 52);
  }

  /** The exponent of ulp(x). */
  private int quantum(double x) {
    int exponent = x == 0 ? minExponent : Math.max(Math.getExponent(x), minExponent);
    return Math.min(exponent, 1 - minExponent) - precision + 1;
  }

  /**
   * {@code x} rounded once to this format, to nearest, ties to even; overflow gives an infinity.
   * Exact for integers within 2^53.
   */
  public double round(double x) {
    if (this == FLOAT64 || !isFloat() || x == 0 || !Double.isFinite(x)) {
      return x;
    }
    if (this == FLOAT32) {
      return (float) x;
    }
    int quantum = Math.max(Math.getExponent(x), minExponent) - precision + 1;
    double rounded = Math.scalb(Math.rint(Math.scalb(x, -quantum)), quantum);
    return Math.abs(rounded) > largest() ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
  }

  /** A decimal rounded once, directly to this format, to nearest, ties to even. */
  public double round(BigDecimal x) {
    if (this == FLOAT64) {
      return x.doubleValue();
    }
    double nearest = x.doubleValue();
    if (!Double.isFinite(nearest)) {
      return nearest;
    }
    double rounded = round(roundedToOdd(x, nearest));
    return rounded == 0 ? Math.copySign(rounded, x.signum() < 0 ? -1.0 : 1.0) : rounded;
  }

  // Midpoints of two narrower numbers are even doubles. Of the two doubles around an x that is
  // none,
  // the odd one lies on the same side of every midpoint as x does.
  private static double roundedToOdd(BigDecimal x, double nearest) {
    int side = x.compareTo(new BigDecimal(nearest));
    boolean isOdd = (Double.doubleToRawLongBits(nearest) & 1) == 1;
    if (side == 0 || isOdd) {
      return nearest;
    }
    return side > 0 ? Math.nextUp(nearest) : Math.nextDown(nearest);
  }
}
