package io.crosscheck.exact;

/**
 * Enclosures of many numbers in arrays: number i lies within ±relative·|high[i]| of high[i] +
 * low[i], and is 0 where those are. NaN says that nothing is known of it here.
 *
 * <p>The numbers are 0 or within 2^±900, in stage Q low is at most 2^−53 of high, and the relative
 * half-width is below 1/4, so that a number's sign is that of its high part.
 */
public final class Balls {

  /** Nothing is known. */
  public static final Balls NONE = new Balls(new double[0], new double[0]);

  /** More than the roundings of a distance, of which there are four. */
  private static final double ROUNDING = 0x1p-50;

  private final double[] high;
  private final double[] low;
  private double relative;

  private Balls(double[] high, double[] low) {
    this.high = high;
    this.low = low;
  }

  /** Room for {@code size} numbers, in stage B for none. */
  public static Balls of(Stage stage, int size) {
    boolean wide = stage == DoubleDoubleStage.STAGE;
    boolean any = wide || stage == DoubleStage.STAGE;
    return new Balls(new double[any ? size : 0], new double[wide ? size : 0]);
  }

  double[] high() {
    return high;
  }

  /** Sets a number of stage Q, given as two parts that may overlap. */
  void set(int i, double large, double small) {
    double sum = large + small;
    high[i] = sum;
    low[i] = small - (sum - large);
  }

  /** Lets the relative half-width be at least this. */
  void widen(double halfWidth) {
    relative = Math.max(relative, halfWidth);
  }

  /** Leaves elements start, start + stride, … unknown. */
  public void forget(int start, int stride, int count) {
    for (int k = 0; k < count; k++) {
      high[start + k * stride] = Double.NaN;
    }
  }

  /** Half the width of every enclosure, as a fraction of its middle. */
  public double relative() {
    return relative;
  }

  /** How many numbers there is room for. */
  public int size() {
    return high.length;
  }

  /** Whether number {@code i} is known here. */
  public boolean holds(int i) {
    return high.length > 0 && !Double.isNaN(high[i]);
  }

  /** The double next to number {@code i}, within the enclosure or beside it. */
  public double estimate(int i) {
    return high[i];
  }

  /** Half the width of the enclosure of number {@code i}, to double precision. */
  public double radius(int i) {
    return relative * Math.abs(high[i]);
  }

  /** At least |y − number i|, for a finite {@code y}. */
  public double most(int i, double y) {
    return (difference(i, y) + radius(i)) * (1 + ROUNDING);
  }

  /**
   * |y − high − low| within 2.01u of it: y − high is exact within a factor of 2 (Sterbenz), and
   * beyond that low doesn't cancel.
   */
  private double difference(int i, double y) {
    double large = high[i] - y;
    return Math.abs(low.length == 0 ? large : large + low[i]);
  }

  /** The enclosure of number {@code i}, which must be held. */
  public Enclosure enclosure(int i) {
    double radius = radius(i);
    if (high[i] == 0) {
      return Stage.ofDouble().of(0).enclosure();
    }
    Real.Sign sign = high[i] > 0 ? Real.Sign.POSITIVE : Real.Sign.NEGATIVE;
    if (low.length == 0) {
      double least = Math.nextDown(high[i] - radius);
      return new DoubleEnclosure(least, Math.nextUp(high[i] + radius), sign);
    }
    BigFloat centre = BigFloat.of(high[i]).plus(BigFloat.of(low[i]));
    BigFloat width = BigFloat.of(Math.nextUp(radius));
    return new WideEnclosure(
        new End<>(centre.plus(width.negated()), true), new End<>(centre.plus(width), true), sign);
  }
}
