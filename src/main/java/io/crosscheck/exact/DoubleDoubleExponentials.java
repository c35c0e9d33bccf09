package io.crosscheck.exact;

/**
 * Stage Q.
 *
 * <p>Each power, relative error at most 2^−76: with d = x − max = h + l exactly, k = the integer
 * next to 4096 h/ln 2, |k| &lt; 2^22, r = d − k·ln 2/4096 and |r| &lt; 2^−13.5, e^d =
 * 2^(i/64)·2^(j/4096)·e^r times a power of 2.
 *
 * <ul>
 *   <li>reduction: ln 2/4096 = L1 + L2 + L3, L1 and L2 of 31 bits, so k·L1 and k·L2 are exact, and
 *       so is h − k·L1: a multiple of 2^−66 below 2^−13. Adding −k·L2 loses nothing (TwoSum); L3 is
 *       off by 2^−126, and what is rounded is below 2^−43: 2^−94 in all. r becomes r' + r'' with
 *       |r''| ≤ u|r'|
 *   <li>polynomial: r' + (r'' + r'²/2 + … + r'⁵/120) leaves r⁶/720 &lt; 2^−90 and r'r'' &lt; 2^−80;
 *       the bracket is below 2^−27.9, evaluated within 3.2u of it: 2^−79.2
 *   <li>table: the product T' + T'' of two double-doubles errs by 2^−102, |T''| &lt; 2^−51 T'
 *   <li>products: T' r' is exact in two doubles, T''·bracket is left out: 2^−78.9; the rounding of
 *       the second parts, below 2^−27.8, counts twice: 2^−79.8
 * </ul>
 *
 * <p>Together below 2^−77.2.
 *
 * <p>The sum: by TwoSum, all second parts added up apart and brought back every 1,024 terms; what
 * is apart stays below 1,030u of the sum, and each of n terms rounds it and its own parts: n·2^−95.
 * Claimed 2^−75 + n·2^−93.
 *
 * <p>A probability: power and sum, and below 2^−98 for reciprocal and product ({@link
 * DoubleDouble}): claimed 2^−74 + n·2^−93, below 2^−70 for all n up to 2^22. A log-probability h +
 * l − L, both terms at most 0: the relative half-width of L and 4u² for the subtraction: claimed
 * that of L + 2^−100.
 */
final class DoubleDoubleExponentials extends Exponentials {

  private static final int BITS = 12;
  private static final int HALF_BITS = 6;
  private static final int MASK = (1 << HALF_BITS) - 1;
  private static final int BLOCK = 1024;

  /** Added to a small number, leaves the integer next to it in the low bits. */
  private static final double SHIFT = 0x1.8p52;

  private static final double STEPS = (1 << BITS) / 0.6931471805599453;
  private static final double[] LN2 = PowersOfTwo.logarithm(BITS, 31);
  private static final double L1 = LN2[0];
  private static final double L2 = LN2[1];
  private static final double L3 = LN2[2];
  private static final PowersOfTwo COARSE = PowersOfTwo.of(HALF_BITS, 1 << HALF_BITS);
  private static final PowersOfTwo FINE = PowersOfTwo.of(BITS, 1 << HALF_BITS);

  private static final double C3 = 1.0 / 6;
  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;

  private final double[] logits;
  private final double max;
  private final double[] highs;
  private final double[] lows;
  private final DoubleDouble sum;

  DoubleDoubleExponentials(double[] logits, int max) {
    this.logits = logits;
    this.max = logits[max];
    this.highs = new double[logits.length];
    this.lows = new double[logits.length];
    fill(highs, lows, logits, logits[max]);
    this.sum = sumWithout(highs, lows, max);
  }

  /** NaN below e^−600, 0 for −Infinity. */
  private static void fill(double[] highs, double[] lows, double[] logits, double max) {
    for (int i = 0; i < highs.length; i++) {
      double x = logits[i];
      double h = x - max;
      if (h < FAR) {
        highs[i] = x == Double.NEGATIVE_INFINITY ? 0 : Double.NaN;
        continue;
      }
      double virtual = h - x;
      double l = (x - (h - virtual)) - (max + virtual);
      double shifted = Math.fma(h, STEPS, SHIFT);
      double k = shifted - SHIFT;
      int bits = (int) Double.doubleToRawLongBits(shifted);

      double first = Math.fma(-k, L1, h);
      double second = -k * L2;
      double near = first + second;
      virtual = near - first;
      double rest = (first - (near - virtual)) + (second - virtual);
      rest += Math.fma(-k, L3, l);
      double r = near + rest;
      virtual = r - near;
      double rLow = (near - (r - virtual)) + (rest - virtual);
      double p = Math.fma(Math.fma(Math.fma(r, C5, C4), r, C3), r, 0.5);
      double bracket = Math.fma(r * r, p, rLow);

      int coarse = bits >> HALF_BITS & MASK;
      int fine = bits & MASK;
      double a = COARSE.high()[coarse];
      double b = FINE.high()[fine];
      double t = a * b;
      double cross = Math.fma(a, FINE.low()[fine], COARSE.low()[coarse] * b);
      double tLow = Math.fma(a, b, -t) + cross;

      double product = t * r;
      double small = Math.fma(t, bracket, Math.fma(tLow, r, tLow + Math.fma(t, r, -product)));
      double high = t + product;
      double low = (product - (high - t)) + small;
      double power = high + low;
      double scale = Double.longBitsToDouble((bits >> BITS) + 1023L << 52);
      highs[i] = power * scale;
      lows[i] = (low - (power - high)) * scale;
    }
  }

  private static DoubleDouble sumWithout(double[] highs, double[] lows, int max) {
    double sum = 0;
    double apart = 0;
    for (int i = 0; i < highs.length; i++) {
      if (i % BLOCK == 0) {
        double back = sum + apart;
        apart -= back - sum;
        sum = back;
      }
      double high = highs[i];
      boolean left = i == max || Double.isNaN(high);
      double term = left ? 0 : high;
      double next = sum + term;
      double virtual = next - sum;
      apart += (sum - (next - virtual)) + (term - virtual) + (left ? 0 : lows[i]);
      sum = next;
    }
    return DoubleDouble.twoSum(sum, apart);
  }

  @Override
  double sum() {
    return sum.high();
  }

  private double additions() {
    return highs.length * 0x1p-93;
  }

  @Override
  public Real others() {
    double radius = sum.high() * (0x1p-75 + additions());
    return new WideReal<>(
        DoubleDoubleStage.STAGE,
        new End<>(sum.plus(DoubleDouble.of(-radius)), true),
        new End<>(sum.plus(DoubleDouble.of(radius)), true));
  }

  @Override
  public void fillProbabilities(Balls target, int start, int stride) {
    DoubleDouble one = DoubleDouble.of(1);
    DoubleDouble inverse = one.dividedBy(one.plus(sum));
    double high = inverse.high();
    double low = inverse.low();
    for (int i = 0; i < highs.length; i++) {
      double product = highs[i] * high;
      double cross = Math.fma(highs[i], low, lows[i] * high);
      double rest = Math.fma(highs[i], high, -product) + cross;
      target.set(start + i * stride, product, rest);
    }
    target.widen(0x1p-74 + additions());
  }

  @Override
  public void fillLogProbabilities(Real logOfSum, Balls target, int start, int stride) {
    WideReal<DoubleDouble> bounds = DoubleDoubleStage.STAGE.own(logOfSum);
    DoubleDouble lower = bounds.lowerEnd();
    double width = bounds.upperEnd().minus(lower).high();
    double high = lower.high();
    double low = lower.low();
    for (int i = 0; i < logits.length; i++) {
      double h = logits[i] - max;
      double virtual = h - logits[i];
      double l = (logits[i] - (h - virtual)) - (max + virtual);
      double y = h - high;
      virtual = y - h;
      double rest = (h - (y - virtual)) - (high + virtual);
      target.set(
          start + i * stride, y == Double.NEGATIVE_INFINITY ? Double.NaN : y, rest + (l - low));
    }
    target.widen(width / high * (1 + 0x1p-40) + 0x1p-100);
  }
}
