package io.crosscheck.exact;

import io.crosscheck.tensor.DType;

/**
 * An unevaluated sum high + low of two doubles with high the double nearest to it, or an infinity.
 *
 * <p>The operations are those of M. Joldes, J.-M. Muller and V. Popescu, Tight and rigorous error
 * bounds for basic building blocks of double-word arithmetic, ACM TOMS 44(2), 2017; with u = 2^−53
 * their relative errors are at most 3u² + 13u³ (sum, algorithm 6), 5u² (product, 12) and 15u² +
 * 56u³ (quotient, 17) as long as nothing under- or overflows. Every one is below 2^−102.
 */
record DoubleDouble(double high, double low) implements Endpoint<DoubleDouble> {

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  /** The double-double nearest to {@code number}, off by at most 2^−106 of it. */
  static DoubleDouble nearest(BigFloat number) {
    double high = number.rounded(DType.FLOAT64, 0);
    double low = number.plus(BigFloat.of(-high)).rounded(DType.FLOAT64, 0);
    return new DoubleDouble(high, low);
  }

  /** a + b, exactly (Knuth's TwoSum). */
  static DoubleDouble twoSum(double a, double b) {
    double sum = a + b;
    return new DoubleDouble(sum, rest(a, b, sum));
  }

  DoubleDouble plus(DoubleDouble other) {
    // Without an object for each sum: the compiler takes longer to remove them than a run lasts.
    double s = high + other.high;
    double t = low + other.low;
    double c = rest(high, other.high, s) + t;
    double v = s + c;
    double w = rest(low, other.low, t) + rest(s, c, v);
    return twoSum(v, w);
  }

  /** a + b − sum, exactly, of their sum in doubles. */
  static double rest(double a, double b, double sum) {
    double virtual = sum - a;
    return (a - (sum - virtual)) + (b - virtual);
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(other.negated());
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double rest = Math.fma(high, other.high, -product);
    double cross = Math.fma(high, other.low, low * other.low);
    cross = Math.fma(low, other.high, cross);
    return twoSum(product, rest + cross);
  }

  DoubleDouble dividedBy(DoubleDouble other) {
    double quotient = high / other.high;
    DoubleDouble back = other.times(of(quotient));
    double rest = (high - back.high) + (low - back.low);
    return twoSum(quotient, rest / other.high);
  }

  /** this · 2^power, exactly unless it under- or overflows. */
  DoubleDouble scaled(int power) {
    return new DoubleDouble(Math.scalb(high, power), Math.scalb(low, power));
  }

  @Override
  public int signum() {
    return high > 0 ? 1 : high < 0 ? -1 : 0;
  }

  @Override
  public boolean isInfinite() {
    return Double.isInfinite(high);
  }

  @Override
  public DoubleDouble negated() {
    return new DoubleDouble(0.0 - high, 0.0 - low);
  }

  @Override
  public BigFloat exactly() {
    if (isInfinite()) {
      return high > 0 ? BigFloat.INFINITY : BigFloat.MINUS_INFINITY;
    }
    return BigFloat.of(high).plus(BigFloat.of(low));
  }

  @Override
  public int compareTo(DoubleDouble other) {
    int order = compare(high, other.high);
    return order != 0 ? order : compare(low, other.low);
  }

  /** As numbers: both zeros are one. */
  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }
}
