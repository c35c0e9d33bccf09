package io.crosscheck.exact;

/**
 * Enclosures of neighbouring numbers in arrays: each lies within ±relative·|high| of high + low,
 * and is 0 where those are. NaN says that nothing is known of it here.
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
  private int first;
  private int end;
  private double relative;

  private Balls(double[] high, double[] low) {
    this.high = high;
    this.low = low;
    this.end = high.length;
  }

  /** Numbers 0 to {@code size} − 1, none of them set; no numbers in stage B. */
  public static Balls of(Stage stage, int size) {
    boolean wide = stage == DoubleDoubleStage.STAGE;
    boolean any = wide || stage == DoubleStage.STAGE;
    return new Balls(new double[any ? size : 0], new double[wide ? size : 0]);
  }

  /** Leaves what it holds for the numbers from {@code first} on, none of them set. */
  public void moveTo(int first, int count) {
    this.first = first;
    this.end = first + Math.min(count, high.length);
    this.relative = 0;
  }

  /** The high parts, number {@link #first} at the beginning. */
  double[] high() {
    return high;
  }

  int first() {
    return first;
  }

  /** The number of the last one, and 1. */
  public int end() {
    return end;
  }

  /** Whether number {@code i} is one of those here, known or not. */
  public boolean covers(int i) {
    return i >= first && i < end;
  }

  /** Sets a number of stage Q, given as two parts that may overlap. */
  void set(int i, double large, double small) {
    double sum = large + small;
    high[i - first] = sum;
    low[i - first] = small - (sum - large);
  }

  /** Lets the relative half-width be at least this. */
  void widen(double halfWidth) {
    relative = Math.max(relative, halfWidth);
  }

  /** Leaves elements start, start + stride, … unknown. */
  public void forget(int start, int stride, int count) {
    for (int k = 0; k < count; k++) {
      high[start - first + k * stride] = Double.NaN;
    }
  }

  /** Half the width of every enclosure, as a fraction of its middle. */
  public double relative() {
    return relative;
  }

  /** How many numbers there is room for. */
  public int room() {
    return high.length;
  }

  /** Whether number {@code i} is known here. */
  public boolean holds(int i) {
    return covers(i) && !Double.isNaN(high[i - first]);
  }

  /** The double next to number {@code i}, within the enclosure or beside it. */
  public double estimate(int i) {
    return high[i - first];
  }

  /** Half the width of the enclosure of number {@code i}, to double precision. */
  public double radius(int i) {
    return relative * Math.abs(high[i - first]);
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
    double large = high[i - first] - y;
    return Math.abs(low.length == 0 ? large : large + low[i - first]);
  }

  /** The enclosure of number {@code i}, which must be held. */
  public Enclosure enclosure(int i) {
    double radius = radius(i);
    double middle = high[i - first];
    if (middle == 0) {
      return Stage.ofDouble().of(0).enclosure();
    }
    Real.Sign sign = middle > 0 ? Real.Sign.POSITIVE : Real.Sign.NEGATIVE;
    if (low.length == 0) {
      double least = Math.nextDown(middle - radius);
      return new DoubleEnclosure(least, Math.nextUp(middle + radius), sign);
    }
    BigFloat centre = BigFloat.of(middle).plus(BigFloat.of(low[i - first]));
    BigFloat width = BigFloat.of(Math.nextUp(radius));
    return new WideEnclosure(
        new End<>(centre.plus(width.negated()), true), new End<>(centre.plus(width), true), sign);
  }
}
