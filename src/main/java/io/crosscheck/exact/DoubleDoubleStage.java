package io.crosscheck.exact;

/**
 * Stage Q: double-doubles.
 *
 * <p>What each operation adds to the half-width that comes from its operands, relative to the
 * result: sum, product and quotient 2^−100, nothing where the result is found to be a
 * double-double; exp 2^−90, ln and log1p 2^−92 ({@link DoubleDoubleFunctions}), nothing where it is
 * 0 or 1.
 *
 * <p>The second double needs room above the smallest subnormal: products and quotients outside of
 * 2^±900 and exp outside of ±600 are answered with stage D's bounds.
 */
final class DoubleDoubleStage extends WideStage<DoubleDouble> {

  static final DoubleDoubleStage STAGE = new DoubleDoubleStage();

  private static final int ARITHMETIC = -100;
  private static final int EXPONENTIAL = -90;
  private static final int LOGARITHM = -92;

  private static final double SMALL = 0x1p-900;
  private static final double LARGE = 0x1p900;
  private static final double FAR = 600;

  private static final DoubleDouble ZERO = DoubleDouble.of(0);
  private static final DoubleDouble ONE = DoubleDouble.of(1);
  private static final DoubleDouble INFINITY = DoubleDouble.of(Double.POSITIVE_INFINITY);

  private DoubleDoubleStage() {}

  @Override
  public Stage next() {
    return Stage.ofBits(192);
  }

  @Override
  public Real difference(double minuend, double subtrahend) {
    DoubleDouble difference = DoubleDouble.twoSum(minuend, -subtrahend);
    return difference.isInfinite() || Double.isNaN(difference.low())
        ? of(minuend).minus(of(subtrahend))
        : point(difference);
  }

  @Override
  DoubleDouble number(double value) {
    return DoubleDouble.of(value + 0.0);
  }

  @Override
  DoubleDouble infinity(int sign) {
    return sign < 0 ? INFINITY.negated() : INFINITY;
  }

  @Override
  Bounds<DoubleDouble> sum(DoubleDouble a, DoubleDouble b) {
    double s = a.high() + b.high();
    double t = a.low() + b.low();
    double lows = DoubleDouble.rest(a.high(), b.high(), s);
    double c = lows + t;
    double v = s + c;
    double restOfLow = DoubleDouble.rest(a.low(), b.low(), t);
    double restOfHigh = DoubleDouble.rest(s, c, v);
    double w = restOfLow + restOfHigh;
    DoubleDouble sum = DoubleDouble.twoSum(v, w);
    if (!(Math.abs(sum.high()) < Double.MAX_VALUE / 2)) {
      return byDoubles(hull(a).add(hull(b)));
    }
    boolean exact =
        DoubleDouble.rest(lows, t, c) == 0 && DoubleDouble.rest(restOfLow, restOfHigh, w) == 0;
    return exact ? Bounds.exactly(sum) : around(sum, ARITHMETIC);
  }

  @Override
  Bounds<DoubleDouble> product(DoubleDouble a, DoubleDouble b) {
    if (a.signum() == 0 || b.signum() == 0) {
      return Bounds.exactly(ZERO);
    }
    if (!isOrdinary(a) || !isOrdinary(b) || !isOrdinary(a.high() * b.high())) {
      return byDoubles(hull(a).multiply(hull(b)));
    }
    DoubleDouble product = a.times(b);
    boolean exact = (a.low() == 0 && b.low() == 0) || isPowerOfTwo(a) || isPowerOfTwo(b);
    return exact ? Bounds.exactly(product) : around(product, ARITHMETIC);
  }

  @Override
  Bounds<DoubleDouble> quotient(DoubleDouble a, DoubleDouble b) {
    if (a.signum() == 0) {
      return Bounds.exactly(ZERO);
    }
    if (!isOrdinary(a) || !isOrdinary(b) || !isOrdinary(a.high() / b.high())) {
      return byDoubles(hull(a).divide(hull(b)));
    }
    DoubleDouble quotient = a.dividedBy(b);
    Bounds<DoubleDouble> back = product(quotient, b);
    boolean exact = back.isExact() && back.lower().compareTo(a) == 0;
    return exact ? Bounds.exactly(quotient) : around(quotient, ARITHMETIC);
  }

  @Override
  Bounds<DoubleDouble> exp(DoubleDouble x) {
    if (x.signum() == 0) {
      return Bounds.exactly(ONE);
    }
    return Math.abs(x.high()) > FAR
        ? byDoubles(hull(x).exp())
        : around(DoubleDoubleFunctions.exp(x), EXPONENTIAL);
  }

  @Override
  Bounds<DoubleDouble> ln(DoubleDouble x) {
    return x.compareTo(ONE) == 0
        ? Bounds.exactly(ZERO)
        : around(DoubleDoubleFunctions.ln(x), LOGARITHM);
  }

  @Override
  Bounds<DoubleDouble> log1p(DoubleDouble x) {
    return x.signum() == 0
        ? Bounds.exactly(ZERO)
        : around(DoubleDoubleFunctions.log1p(x), LOGARITHM);
  }

  /**
   * The bounds of a number known with a relative error below 2^(power − 1). The sum itself errs by
   * less than 2^−104; below the smallest normal number it is exact and a subnormal is a bound for
   * all.
   */
  private static Bounds<DoubleDouble> around(DoubleDouble number, int power) {
    double error = Math.max(Math.scalb(Math.abs(number.high()), power), Double.MIN_VALUE);
    return new Bounds<>(number.plus(DoubleDouble.of(-error)), number.plus(DoubleDouble.of(error)));
  }

  private static Bounds<DoubleDouble> byDoubles(Real bounds) {
    DoubleReal real = (DoubleReal) bounds;
    return new Bounds<>(DoubleDouble.of(real.lower()), DoubleDouble.of(real.upper()));
  }

  /** The interval of doubles around a double-double. */
  private static DoubleReal hull(DoubleDouble x) {
    double lower = x.low() < 0 ? Math.nextDown(x.high()) : x.high();
    double upper = x.low() > 0 ? Math.nextUp(x.high()) : x.high();
    return new DoubleReal(lower, upper, lower > 0 || upper < 0);
  }

  private static boolean isOrdinary(DoubleDouble x) {
    return isOrdinary(x.high());
  }

  private static boolean isOrdinary(double x) {
    double size = Math.abs(x);
    return size > SMALL && size < LARGE;
  }

  private static boolean isPowerOfTwo(DoubleDouble x) {
    return x.low() == 0 && Math.abs(x.high()) == Math.scalb(1.0, Math.getExponent(x.high()));
  }

  @Override
  public String toString() {
    return "double-double";
  }
}
