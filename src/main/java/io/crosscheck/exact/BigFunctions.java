package io.crosscheck.exact;

import java.math.BigInteger;

/**
 * e^x, ln x and ln(1 + x) of binary numbers, each between two numbers of p bits.
 *
 * <p>All work is done in fixed point with w = p + 96 + 2j bits, j being the number of halvings of
 * exp's argument; the errors counted in {@link FixedPoint} stay below 2^(j + 30) units for p up to
 * 24,576, and the results are at least 2^−18 (smaller ones take a series of their own), so the
 * relative error is below 2^−(p + 48). What is claimed and added to the bounds is 2^−(p + 16).
 */
final class BigFunctions {

  /** Beyond ±10^7 exp is not worth its cost: no format comes near. */
  private static final double FAR = 1e7;

  private static final long FAR_POWER = 10_000_000;

  private static final int GUARD = 16;

  private final int bits;
  private final int halvings;
  private final int fraction;
  private final FixedPoint fixed;
  private final BigInteger ln2;

  BigFunctions(int bits) {
    this.bits = bits;
    this.halvings = (int) Math.sqrt(bits);
    this.fraction = bits + 96 + 2 * halvings;
    this.fixed = new FixedPoint(fraction);
    this.ln2 = new FixedPoint(fraction + 64).ln2().shiftRight(64);
  }

  Bounds<BigFloat> exp(BigFloat x) {
    if (x.signum() == 0) {
      return Bounds.exactly(BigFloat.ONE);
    }
    double near = x.doubleDown();
    if (Math.abs(near) > FAR) {
      return near > 0
          ? new Bounds<>(BigFloat.ONE.scaled(FAR_POWER), BigFloat.INFINITY)
          : new Bounds<>(BigFloat.ZERO, BigFloat.ONE.scaled(-FAR_POWER));
    }
    return x.magnitude() < -bits - 8 ? besideOne(x) : ordinaryExp(x, near);
  }

  /** 1 < e^x < 1 + 2x for 0 < x < 1; 1 + 2x < e^x < 1 for −1/2 < x < 0. */
  private Bounds<BigFloat> besideOne(BigFloat x) {
    Bounds<BigFloat> other = Rounding.sum(BigFloat.ONE, x.scaled(1), bits);
    return x.signum() > 0
        ? new Bounds<>(BigFloat.ONE, other.upper())
        : new Bounds<>(other.lower(), BigFloat.ONE);
  }

  /** e^x = 2^k · e^(x − k ln 2), |x − k ln 2| < 1/2. */
  private Bounds<BigFloat> ordinaryExp(BigFloat x, double near) {
    long k = Math.round(near / Math.log(2));
    BigInteger r = x.fixed(fraction).subtract(ln2.multiply(BigInteger.valueOf(k)));
    BigFloat power = BigFloat.of(fixed.exp(r, halvings), k - fraction);
    return Rounding.around(power, bits + GUARD, bits);
  }

  Bounds<BigFloat> ln(BigFloat x) {
    long magnitude = x.magnitude();
    return magnitude == 0 || magnitude == -1
        ? log1p(x.plus(BigFloat.ONE.negated()))
        : ordinaryLn(x);
  }

  Bounds<BigFloat> log1p(BigFloat x) {
    if (x.signum() == 0) {
      return Bounds.exactly(BigFloat.ZERO);
    }
    long magnitude = x.magnitude();
    if (magnitude < -bits - 8) {
      // x − x² < ln(1 + x) < x for |x| < 1/2
      Bounds<BigFloat> below = Rounding.sum(x, x.times(x).negated(), bits);
      return new Bounds<>(below.lower(), x.up(bits));
    }
    if (magnitude < -16) {
      return besideZero(x);
    }
    // The 1 is smaller than the error allowed where x is this large.
    return magnitude > 2L * bits ? ordinaryLn(x) : ordinaryLn(x.plus(BigFloat.ONE));
  }

  /** ln(1 + x) = 2 artanh(x / (2 + x)), with as many more bits as x is small. */
  private Bounds<BigFloat> besideZero(BigFloat x) {
    int wide = bits + 64 - (int) x.magnitude();
    FixedPoint point = new FixedPoint(wide);
    BigInteger argument = x.fixed(wide);
    BigInteger s = point.over(argument, point.one().shiftLeft(1).add(argument));
    return Rounding.around(BigFloat.of(point.doubleArtanh(s), -wide), bits + GUARD, bits);
  }

  /**
   * ln x = k ln 2 + y + 2 artanh(z / (2 + z)), x = 2^k·m with m in [3/4, 3/2), y a double near ln
   * m, z = m·e^−y − 1. Only for x outside of 1 ± 2^−17.
   */
  private Bounds<BigFloat> ordinaryLn(BigFloat x) {
    long k = x.magnitude();
    BigFloat m = x.scaled(-k);
    if (m.doubleDown() >= 1.5) {
      m = m.scaled(-1);
      k++;
    }
    BigFloat y = BigFloat.of(StrictMath.log(m.doubleDown()));
    BigInteger start = y.fixed(fraction);
    BigInteger z =
        fixed.times(m.fixed(fraction), fixed.exp(start.negate(), halvings)).subtract(fixed.one());
    BigInteger s = fixed.over(z, fixed.one().shiftLeft(1).add(z));
    BigInteger sum = ln2.multiply(BigInteger.valueOf(k)).add(start).add(fixed.doubleArtanh(s));
    return Rounding.around(BigFloat.of(sum, -fraction), bits + GUARD, bits);
  }
}
