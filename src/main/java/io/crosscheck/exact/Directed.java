package io.crosscheck.exact;

/**
 * Sums, products and quotients of doubles rounded towards −Infinity or Infinity.
 *
 * <p>Each is the nearest double, moved to its neighbour if the exact result lies beyond it; so an
 * exact result stays as it is, and any other is bounded within one ulp. The side on which the exact
 * result lies is found without error: by TwoSum for sums (Knuth, TAOCP 2, 4.2.2, theorem B), by the
 * sign of a fused multiply-add's remainder for products and quotients, of scaled operands where the
 * remainder would underflow. An infinite operand stands for an end without bound.
 */
final class Directed {

  /** Below this a remainder may fall under the smallest subnormal. */
  private static final double TINY = 0x1p-960;

  private static final double SCALE = 0x1p500;

  private Directed() {}

  static double sumDown(double a, double b) {
    double sum = a + b;
    return down(sum, sumSide(a, b, sum));
  }

  static double sumUp(double a, double b) {
    double sum = a + b;
    return up(sum, sumSide(a, b, sum));
  }

  static double productDown(double a, double b) {
    double product = product(a, b);
    return down(product, productSide(a, b, product));
  }

  static double productUp(double a, double b) {
    double product = product(a, b);
    return up(product, productSide(a, b, product));
  }

  static double quotientDown(double a, double b) {
    double quotient = quotient(a, b);
    return down(quotient, quotientSide(a, b, quotient));
  }

  static double quotientUp(double a, double b) {
    double quotient = quotient(a, b);
    return up(quotient, quotientSide(a, b, quotient));
  }

  /** {@code nearest}, or its lower neighbour if the exact result is on the negative side. */
  static double down(double nearest, double side) {
    return side >= 0 ? nearest : Math.nextDown(nearest);
  }

  /** {@code nearest}, or its upper neighbour if the exact result is on the positive side. */
  static double up(double nearest, double side) {
    return side <= 0 ? nearest : Math.nextUp(nearest);
  }

  /** The sign of a + b − sum. */
  static double sumSide(double a, double b, double sum) {
    if (Double.isInfinite(sum)) {
      return overflowSide(a, b, sum);
    }
    double virtual = sum - a;
    return (a - (sum - virtual)) + (b - virtual);
  }

  /** The sign of a·b − product. */
  static double productSide(double a, double b, double product) {
    if (Double.isInfinite(product)) {
      return overflowSide(a, b, product);
    }
    if (a == 0 || b == 0) {
      return 0;
    }
    if (Math.abs(product) >= TINY) {
      return Math.fma(a, b, -product);
    }
    boolean first = Math.abs(a) < Math.abs(b);
    double small = (first ? a : b) * SCALE;
    double large = first ? b : a;
    double scaled = small * large;
    double gap = scaled - product * SCALE;
    return gap == 0 ? scaledSide(small, large, scaled) : gap;
  }

  private static double scaledSide(double a, double b, double product) {
    // A product still this small is below every subnormal once scaled back, so not 0.
    return Math.abs(product) < TINY ? Math.signum(a) * Math.signum(b) : Math.fma(a, b, -product);
  }

  /** The sign of a/b − quotient. */
  static double quotientSide(double a, double b, double quotient) {
    if (a == 0 || Double.isInfinite(b)) {
      return 0;
    }
    if (Double.isInfinite(quotient)) {
      return b == 0 ? 0 : overflowSide(a, b, quotient);
    }
    boolean tiny = Math.abs(a) < TINY;
    double remainder =
        tiny ? Math.fma(-(quotient * SCALE), b, a * SCALE) : Math.fma(-quotient, b, a);
    return b > 0 ? remainder : -remainder;
  }

  /** An end without bound stays without; a finite result lies on the inner side of infinity. */
  private static double overflowSide(double a, double b, double infinite) {
    return Double.isInfinite(a) || Double.isInfinite(b) ? 0 : -infinite;
  }

  /** The product of ends of intervals: 0 wins over infinity, since every member's product is 0. */
  private static double product(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  /**
   * The quotient of ends: 0/0 is 0 (the divisor itself is never 0), as is anything over infinity;
   * an end of 0 is one of a positive divisor.
   */
  private static double quotient(double a, double b) {
    return a == 0 || Double.isInfinite(b) ? 0 : a / (b + 0.0);
  }
}
