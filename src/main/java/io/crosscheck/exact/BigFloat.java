package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigInteger;

/**
 * A binary number significand · 2^exponent of any size, or an infinity. The significand is odd or
 * 0, so that every number has one form.
 */
final class BigFloat implements Endpoint<BigFloat> {

  static final BigFloat ZERO = new BigFloat(BigInteger.ZERO, 0);
  static final BigFloat ONE = new BigFloat(BigInteger.ONE, 0);
  static final BigFloat INFINITY = new BigFloat(BigInteger.ONE, Long.MAX_VALUE);
  static final BigFloat MINUS_INFINITY = INFINITY.negated();

  private final BigInteger significand;
  private final long exponent;

  private BigFloat(BigInteger significand, long exponent) {
    this.significand = significand;
    this.exponent = exponent;
  }

  /** significand · 2^exponent. */
  static BigFloat of(BigInteger significand, long exponent) {
    int zeros = significand.getLowestSetBit();
    return zeros < 0 ? ZERO : new BigFloat(significand.shiftRight(zeros), exponent + zeros);
  }

  /** A finite double, exactly. */
  static BigFloat of(double value) {
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    long bits = Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL;
    long magnitude = Math.abs(value) < Double.MIN_NORMAL ? bits : bits | 1L << 52;
    return of(BigInteger.valueOf(value < 0 ? -magnitude : magnitude), exponent);
  }

  BigInteger significand() {
    return significand;
  }

  long exponent() {
    return exponent;
  }

  /** floor(log2 |this|); not of 0. */
  long magnitude() {
    return exponent + significand.abs().bitLength() - 1;
  }

  @Override
  public int signum() {
    return significand.signum();
  }

  @Override
  public boolean isInfinite() {
    return exponent == Long.MAX_VALUE;
  }

  @Override
  public BigFloat negated() {
    return new BigFloat(significand.negate(), exponent);
  }

  @Override
  public BigFloat exactly() {
    return this;
  }

  /** this · 2^power. */
  BigFloat scaled(long power) {
    return signum() == 0 ? this : new BigFloat(significand, exponent + power);
  }

  /** The exact sum; its size grows with the distance of the exponents. */
  BigFloat plus(BigFloat other) {
    if (signum() == 0 || other.signum() == 0) {
      return signum() == 0 ? other : this;
    }
    long low = Math.min(exponent, other.exponent);
    return of(fixed(-low).add(other.fixed(-low)), low);
  }

  /** The exact product. */
  BigFloat times(BigFloat other) {
    return of(significand.multiply(other.significand), exponent + other.exponent);
  }

  /** floor(this · 2^fractionBits). */
  BigInteger fixed(long fractionBits) {
    return significand.shiftLeft(Math.toIntExact(exponent + fractionBits));
  }

  /** The greatest number of {@code bits} significant bits that isn't above this. */
  BigFloat down(int bits) {
    int excess = significand.abs().bitLength() - bits;
    return excess <= 0 ? this : of(significand.shiftRight(excess), exponent + excess);
  }

  /** The least number of {@code bits} significant bits that isn't below this. */
  BigFloat up(int bits) {
    return negated().down(bits).negated();
  }

  @Override
  public int compareTo(BigFloat other) {
    int sign = Integer.compare(signum(), other.signum());
    if (sign != 0 || signum() == 0) {
      return sign;
    }
    int order = Long.compare(exponent, other.exponent);
    if (isInfinite() || other.isInfinite()) {
      return order * signum();
    }
    int size = Long.compare(magnitude(), other.magnitude());
    return size != 0 ? size * signum() : compareAligned(other, order);
  }

  private int compareAligned(BigFloat other, int order) {
    int shift = Math.toIntExact(Math.abs(exponent - other.exponent));
    return order < 0
        ? significand.compareTo(other.significand.shiftLeft(shift))
        : significand.shiftLeft(shift).compareTo(other.significand);
  }

  /** The greatest double that isn't above this, −Infinity if all are. */
  double doubleDown() {
    double nearest = rounded(DType.FLOAT64, 0);
    boolean above = nearest == Double.POSITIVE_INFINITY;
    above |= Double.isFinite(nearest) && compareTo(of(nearest)) < 0;
    return above ? Math.nextDown(nearest) : nearest;
  }

  /** The least double that isn't below this. */
  double doubleUp() {
    return 0.0 - negated().doubleDown();
  }

  /**
   * Rounded to nearest, ties to even, in a floating-point {@code dtype}.
   *
   * @param nudge −1 or 1 to round a number that lies below or above this by less than can be
   *     written, which matters at a tie; else 0
   */
  double rounded(DType dtype, int nudge) {
    if (signum() == 0 || magnitude() < dtype.minExponent() - dtype.precision() - 1L) {
      return 0;
    }
    if (magnitude() > 1L - dtype.minExponent()) {
      return signum() * Double.POSITIVE_INFINITY;
    }
    int quantum = Math.max((int) magnitude(), dtype.minExponent()) - dtype.precision() + 1;
    BigInteger doubled = significand.shiftLeft(Math.toIntExact(exponent - quantum + 1));
    boolean sticky = exponent < quantum - 1L;
    // doubled = 2·floor + half: the bit after the point, then whether anything follows it.
    long units = roundHalf(doubled.longValueExact(), sticky ? 1 : nudge);
    double result = Math.scalb((double) units, quantum);
    return Math.abs(result) > dtype.largest() ? signum() * Double.POSITIVE_INFINITY : result;
  }

  /** doubled/2, plus something below 1/2 if {@code rest} is positive, minus if negative. */
  private static long roundHalf(long doubled, int rest) {
    long floor = doubled >> 1;
    boolean tie = (doubled & 1) != 0;
    boolean up = rest > 0 || (rest == 0 && (floor & 1) != 0);
    return tie && up ? floor + 1 : floor;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BigFloat b
        && exponent == b.exponent
        && significand.equals(b.significand);
  }

  @Override
  public int hashCode() {
    return 31 * significand.hashCode() + Long.hashCode(exponent);
  }

  @Override
  public String toString() {
    return significand + "*2^" + exponent;
  }
}
