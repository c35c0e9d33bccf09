package io.crosscheck.exact;

import java.util.OptionalDouble;

/** What both kinds of finite enclosures conclude from two doubles. */
final class Signed {

  private Signed() {}

  /**
   * {@code rounded} itself, a zero with the sign of the exact value: −0.0 for a negative one, 0.0
   * for one that is positive or exactly 0; empty where that isn't known.
   */
  static OptionalDouble zero(double rounded, Real.Sign sign, boolean notNegative) {
    if (rounded != 0) {
      return OptionalDouble.of(rounded);
    }
    if (sign == Real.Sign.NEGATIVE) {
      return OptionalDouble.of(-0.0);
    }
    return notNegative ? OptionalDouble.of(0.0) : OptionalDouble.empty();
  }

  /** The size of a difference that lies between {@code low} and {@code high}. */
  static Enclosure.Distance distance(double low, double high) {
    double least = Math.max(0.0, Math.max(low, -high));
    return new Enclosure.Distance(least, Math.max(-low, high) + 0.0);
  }

  /** A double between two others; halved first, lest their sum overflow. */
  static double middle(double low, double high) {
    return Math.min(high, Math.max(low, low / 2 + high / 2));
  }
}
