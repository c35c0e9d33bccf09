package io.crosscheck.exact;

/** Intervals with given ends, which the stages themselves make only by rounding. */
final class Intervals {

  private Intervals() {}

  static Real of(Stage stage, double lower, double upper) {
    return stage instanceof WideStage<?> wide
        ? wide(wide, lower, upper)
        : new DoubleReal(lower, upper, lower > 0 || upper < 0);
  }

  private static <E extends Endpoint<E>> Real wide(WideStage<E> stage, double lower, double upper) {
    return new WideReal<>(
        stage, new End<>(stage.number(lower), false), new End<>(stage.number(upper), false));
  }
}
