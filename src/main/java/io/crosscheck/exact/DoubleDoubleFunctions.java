package io.crosscheck.exact;

import java.math.BigInteger;

/**
 * e^x, ln x and ln(1 + x) in double-doubles.
 *
 * <p>Constants come from stage B and are off by at most 2^−106 of themselves. Every addition and
 * multiplication errs by less than 2^−103 of its result, and no sum below cancels but the two that
 * are named.
 */
final class DoubleDoubleFunctions {

  private static final int HALVINGS = 9;
  private static final int EXP_TERMS = 9;
  private static final int ARTANH_TERMS = 9;
  private static final int STEPS = 64;

  private static final DoubleDouble ONE = DoubleDouble.of(1);
  private static final DoubleDouble TWO = DoubleDouble.of(2);

  private static final BigFunctions EXACT = new BigFunctions(192);
  private static final DoubleDouble LN2 =
      DoubleDouble.nearest(EXACT.ln(BigFloat.ONE.scaled(1)).lower());

  /** 1/(k + 1)! */
  private static final DoubleDouble[] INVERSE_FACTORIALS = inverseFactorials();

  /** 1/(2k + 1) */
  private static final DoubleDouble[] INVERSE_ODDS = inverseOdds();

  /** ln(1 + k/64) for k from −32 to 64. */
  private static final DoubleDouble[] LOGARITHMS = logarithms();

  private DoubleDoubleFunctions() {}

  /**
   * e^x for |x| ≤ 600, relative error below 2^−93.
   *
   * <p>k·ln 2 errs by less than 2^−94, of which 600·2^−103.7 come from the product and 600·2^−106
   * from the constant. That is the error of r = x − k ln 2: it cancels, but its own rounding is
   * relative to r. e^r − 1 follows from ten terms of the series at r/2^9 (below 2^−10.5, so the
   * rest is below 2^−115) and nine times s ← s(2 + s), each adding at most 2^−101 of s: below 2^−97
   * of e^r.
   */
  static DoubleDouble exp(DoubleDouble x) {
    double k = Math.rint(x.high() / 0.6931471805599453);
    DoubleDouble r = x.minus(LN2.times(DoubleDouble.of(k))).scaled(-HALVINGS);
    DoubleDouble sum = INVERSE_FACTORIALS[EXP_TERMS];
    for (int i = EXP_TERMS - 1; i >= 0; i--) {
      sum = sum.times(r).plus(INVERSE_FACTORIALS[i]);
    }
    DoubleDouble s = sum.times(r);
    for (int i = 0; i < HALVINGS; i++) {
      s = s.times(TWO.plus(s));
    }
    return ONE.plus(s).scaled((int) k);
  }

  /** ln x for x > 0, relative error below 2^−97: as ln(1 + (x − 1)) or, outside, k ln 2 + ln m. */
  static DoubleDouble ln(DoubleDouble x) {
    if (x.high() >= 0.5 && x.high() < 2) {
      return log1p(x.minus(ONE));
    }
    int k = Math.getExponent(normal(x).high()) + (x.high() < Double.MIN_NORMAL ? -200 : 0);
    DoubleDouble m = normal(x).scaled(-Math.getExponent(normal(x).high()));
    if (m.high() >= 1.5) {
      m = m.scaled(-1);
      k++;
    }
    return LN2.times(DoubleDouble.of(k)).plus(ordinaryLog1p(m.minus(ONE)));
  }

  private static DoubleDouble normal(DoubleDouble x) {
    return x.high() < Double.MIN_NORMAL ? x.scaled(200) : x;
  }

  /**
   * ln(1 + x) for x > −1, relative error below 2^−97. Outside of [−1/2, 1] the sum 1 + x costs
   * nothing; for tiny x it is x within x².
   */
  static DoubleDouble log1p(DoubleDouble x) {
    if (Math.abs(x.high()) < 0x1p-110) {
      return x;
    }
    return x.high() < -0.5 || x.high() > 1 ? ln(ONE.plus(x)) : ordinaryLog1p(x);
  }

  /**
   * ln(1 + x) = ln(1 + c) + 2 artanh(s), s = t/(2 + t), t = (x − c)/(1 + c), c the multiple of 1/64
   * next to x towards 0: both terms have the sign of x, so they don't cancel, and x − c, which
   * does, is rounded relative to itself. |s| < 2^−6, so the tenth term of the series is below
   * 2^−112 of it.
   */
  private static DoubleDouble ordinaryLog1p(DoubleDouble x) {
    if (x.signum() == 0) {
      return x;
    }
    int step = (int) (x.high() * STEPS);
    double c = step / (double) STEPS;
    DoubleDouble t = x.minus(DoubleDouble.of(c)).dividedBy(DoubleDouble.of(1 + c));
    DoubleDouble s = t.dividedBy(TWO.plus(t));
    DoubleDouble square = s.times(s);
    DoubleDouble sum = INVERSE_ODDS[ARTANH_TERMS];
    for (int i = ARTANH_TERMS - 1; i >= 0; i--) {
      sum = sum.times(square).plus(INVERSE_ODDS[i]);
    }
    return LOGARITHMS[step + STEPS / 2].plus(s.scaled(1).times(sum));
  }

  private static DoubleDouble[] inverseFactorials() {
    DoubleDouble[] inverses = new DoubleDouble[EXP_TERMS + 1];
    long factorial = 1;
    for (int i = 0; i < inverses.length; i++) {
      factorial *= i + 1;
      inverses[i] = inverse(factorial);
    }
    return inverses;
  }

  private static DoubleDouble[] inverseOdds() {
    DoubleDouble[] inverses = new DoubleDouble[ARTANH_TERMS + 1];
    for (int i = 0; i < inverses.length; i++) {
      inverses[i] = inverse(2L * i + 1);
    }
    return inverses;
  }

  private static DoubleDouble inverse(long n) {
    BigFloat number = BigFloat.of(BigInteger.valueOf(n), 0);
    return DoubleDouble.nearest(Rounding.quotient(BigFloat.ONE, number, 192).lower());
  }

  private static DoubleDouble[] logarithms() {
    DoubleDouble[] logarithms = new DoubleDouble[STEPS + STEPS / 2 + 1];
    for (int i = 0; i < logarithms.length; i++) {
      BigFloat c = BigFloat.of((i - STEPS / 2) / (double) STEPS);
      logarithms[i] = DoubleDouble.nearest(EXACT.log1p(c).lower());
    }
    return logarithms;
  }
}
