package io.crosscheck.exact;

/** Stage D. */
enum DoubleStage implements Stage {
  STAGE;

  private static final Real UNKNOWN =
      new DoubleReal(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

  @Override
  public Real of(double value) {
    return Double.isFinite(value) ? DoubleReal.point(value) : new Special(this, value);
  }

  @Override
  public Real unknown() {
    return UNKNOWN;
  }

  @Override
  public Stage next() {
    return Stage.ofDoubleDouble();
  }

  @Override
  public Real difference(double minuend, double subtrahend) {
    double difference = minuend - subtrahend;
    double side = Directed.sumSide(minuend, -subtrahend, difference);
    return side == 0
        ? DoubleReal.point(difference)
        : new DoubleReal(
            Directed.down(difference, side), Directed.up(difference, side), difference != 0);
  }

  @Override
  public String toString() {
    return "double";
  }
}
