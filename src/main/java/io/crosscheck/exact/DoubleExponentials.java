package io.crosscheck.exact;

/**
 * Stage D.
 *
 * <p>Each power, relative error at most 1.03u: with d = x − max = h + l exactly (TwoSum), k = the
 * integer next to 128 h/ln 2, |k| &lt; 2^17, r = d − k·ln 2/128 and |r| &lt; 2^−8.5, e^d =
 * 2^(k/128)·e^r.
 *
 * <ul>
 *   <li>reduction: ln 2/128 = L1 + L2, L1 of 35 bits, so k·L1 is exact, and so is h − k·L1: a
 *       multiple of 2^−61 below 2^−8 (h is 0 or beyond 2^−9 unless k is 0). L2 is off by 2^−95, l −
 *       k·L2 rounds a number below 2^−25 and the last addition one below 2^−8: 2^−62 + 2^−77 in
 *       all, 0.002u of the power
 *   <li>polynomial: r + r²/2 + … + r⁵/120 leaves r⁶/720 &lt; 2^−60.4, 0.006u; its evaluation errs
 *       by 4u of r²/2 &lt; 2^−18 and by 2^−62 in the last addition, 0.003u
 *   <li>table: 2^(j/128) in two doubles; the product with the polynomial is added to the second,
 *       rounding a number below 2^−8.4 of the power: 0.004u
 *   <li>the last addition: 1u; the scaling by a power of 2 is exact, since the result is normal
 * </ul>
 *
 * <p>The sum of n powers by TwoSum, n/2 times of two and n/2 times of a pair and the sum, with the
 * n lost parts, each at most u of the sum, added up apart: 1.03u from the powers, n·n·u² from
 * adding the parts (doubled here for the terms of higher order), u from the last addition, n·2^−165
 * from powers below e^−600, which are left out: claimed 4u + 2n²u².
 *
 * <p>A probability: 1.03u of the power, 2.03u of the sum, u each from 1 + sum, its reciprocal and
 * the product, 6.1u in all: claimed 8u + 2n²u², u = 2^−53, which is 2^−50 for all n up to 2^24.
 *
 * <p>A log-probability h − L, L next to ln Σ, both terms at most 0: the relative half-width of L
 * and u for its middle, u for leaving out l, u for the subtraction: claimed that of L + 4u.
 */
final class DoubleExponentials extends Exponentials {

  private static final int BITS = 7;
  private static final int MASK = (1 << BITS) - 1;
  private static final double U = 0x1p-53;

  /** Added to a small number, leaves the integer next to it in the low bits. */
  private static final double SHIFT = 0x1.8p52;

  private static final double STEPS = (1 << BITS) / 0.6931471805599453;
  private static final double[] LN2 = PowersOfTwo.logarithm(BITS, 35);
  private static final double L1 = LN2[0];
  private static final double L2 = LN2[1] + LN2[2];
  private static final PowersOfTwo TABLE = PowersOfTwo.of(BITS, 1 << BITS);

  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;

  private final double[] logits;
  private final double max;
  private final double[] powers;
  private final double sum;

  DoubleExponentials(double[] logits, int max) {
    this.logits = logits;
    this.max = logits[max];
    this.powers = new double[logits.length];
    fill(powers, logits, logits[max]);
    this.sum = sumWithout(powers, max);
  }

  /** NaN below e^−600, 0 for −Infinity. */
  private static void fill(double[] powers, double[] logits, double max) {
    double[] high = TABLE.high();
    double[] low = TABLE.low();
    for (int i = 0; i < powers.length; i++) {
      double x = logits[i];
      double h = x - max;
      if (h < FAR) {
        powers[i] = x == Double.NEGATIVE_INFINITY ? 0 : Double.NaN;
        continue;
      }
      double virtual = h - x;
      double l = (x - (h - virtual)) - (max + virtual);
      double shifted = Math.fma(h, STEPS, SHIFT);
      double k = shifted - SHIFT;
      int bits = (int) Double.doubleToRawLongBits(shifted);
      double r = Math.fma(-k, L1, h) + Math.fma(-k, L2, l);
      double p = Math.fma(Math.fma(Math.fma(r, C5, C4), r, C3), r, 0.5);
      double q = Math.fma(r * r, p, r);
      int j = bits & MASK;
      double power = high[j] + Math.fma(high[j], q, low[j]);
      long exponent = (long) (bits >> BITS) << 52;
      powers[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(power) + exponent);
    }
  }

  /** By pairs, so that the chain of additions, which is what takes the time, is half as long. */
  private static double sumWithout(double[] powers, int max) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < powers.length; i += 2) {
      double a = term(powers, i, max);
      double b = term(powers, i + 1, max);
      double pair = a + b;
      double ofPair = pair - a;
      double next = sum + pair;
      double ofSum = next - sum;
      lost += (a - (pair - ofPair)) + (b - ofPair) + ((sum - (next - ofSum)) + (pair - ofSum));
      sum = next;
    }
    return sum + lost;
  }

  private static double term(double[] powers, int i, int max) {
    return i >= powers.length || i == max || Double.isNaN(powers[i]) ? 0 : powers[i];
  }

  @Override
  double sum() {
    return sum;
  }

  @Override
  public Real others() {
    double radius = sum * (4 * U + additions());
    return new DoubleReal(Math.nextDown(sum - radius), Math.nextUp(sum + radius), true);
  }

  private double additions() {
    double error = powers.length * U;
    return 2 * error * error;
  }

  @Override
  public void fillProbabilities(Balls target, int start, int stride) {
    double inverse = 1 / (1 + sum);
    double[] high = target.high();
    int at = start - target.first();
    for (int i = 0; i < powers.length; i++) {
      high[at + i * stride] = powers[i] * inverse;
    }
    target.widen(8 * U + additions());
  }

  @Override
  public void fillLogProbabilities(Real logOfSum, Balls target, int start, int stride) {
    DoubleReal bounds = (DoubleReal) logOfSum;
    double logarithm = Signed.middle(bounds.lower(), bounds.upper());
    double[] high = target.high();
    int at = start - target.first();
    for (int i = 0; i < logits.length; i++) {
      double y = (logits[i] - max) - logarithm;
      high[at + i * stride] = y == Double.NEGATIVE_INFINITY ? Double.NaN : y;
    }
    target.widen((bounds.upper() - bounds.lower()) / (2 * bounds.lower()) + 4 * U);
  }
}
