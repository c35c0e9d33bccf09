package io.crosscheck.exact;

/**
 * Bounds of e^x, ln x and ln(1 + x) for a double x, within 4 ulp of each other.
 *
 * <p>They rest on one promise of the JDK: StrictMath.exp, log and log1p are the fdlibm algorithms,
 * whose error is less than 1 ulp (stated in fdlibm's sources; the largest error of exp that we
 * measured is 0.81 ulp). The bounds lie 2 ulp outside of what StrictMath returns. Known signs are
 * kept: e^x is never below 0, ln(1 + x) has the sign of x, and e^0, ln 1 and ln(1 + 0) are exact.
 */
final class DoubleFunctions {

  /** e^x is below every double here, and so is bounded by the smallest. */
  private static final double VANISHING = -746;

  private DoubleFunctions() {}

  static double expDown(double x) {
    if (x == 0) {
      return 1;
    }
    // Where StrictMath overflows, the exact power is beyond the largest double.
    double y = Math.min(StrictMath.exp(x), Double.MAX_VALUE);
    return Math.max(0, y - 2 * Math.ulp(y));
  }

  static double expUp(double x) {
    if (x < VANISHING) {
      return Double.MIN_VALUE;
    }
    double y = StrictMath.exp(x);
    return x == 0 ? 1 : y + 2 * Math.ulp(y);
  }

  static double lnDown(double x) {
    double y = StrictMath.log(x);
    return x == 1 || Double.isInfinite(y) ? y : y - 2 * Math.ulp(y);
  }

  static double lnUp(double x) {
    double y = StrictMath.log(x);
    return x == 1 || Double.isInfinite(y) ? y : y + 2 * Math.ulp(y);
  }

  static double log1pDown(double x) {
    double y = StrictMath.log1p(x);
    if (x == 0 || Double.isInfinite(y)) {
      return y;
    }
    double bound = y - 2 * Math.ulp(y);
    return x > 0 ? Math.max(0, bound) : bound;
  }

  static double log1pUp(double x) {
    double y = StrictMath.log1p(x);
    if (x == 0 || Double.isInfinite(y)) {
      return y;
    }
    double bound = y + 2 * Math.ulp(y);
    return x < 0 ? Math.min(0, bound) : bound;
  }
}
