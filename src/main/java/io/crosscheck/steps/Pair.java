package io.crosscheck.steps;

import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/** Two results that a step compares, element by element in row-major order. */
record Pair(
    ScenarioState state,
    String first,
    String second,
    Computation a,
    Computation b,
    Tensor x,
    Tensor y) {

  static Pair of(ScenarioState state, String first, String second) {
    Computation b = state.result(second);
    Computation a = state.result(first);
    return new Pair(state, first, second, a, b, Pins.output(state, a), Pins.output(state, b));
  }

  /** Fails unless the dtypes are the same and the shapes but for axes of length 1. */
  void checkShapes() {
    if (x.dtype() != y.dtype() || !withoutOnes(x).equals(withoutOnes(y))) {
      throw state.failure(
          first
              + " is "
              + header(x)
              + ", "
              + second
              + " is "
              + header(y)
              + "; expected one dtype, and shapes that differ in axes of length 1 only",
          a,
          b);
    }
  }

  /** The failure of an element. */
  AssertionError failure(int i, String expected) {
    String seen =
        "element " + i + " of " + first + " is " + text(x, i) + ", of " + second + " " + text(y, i);
    return state.failure(seen + "; " + expected, a, b);
  }

  /**
   * Whether an element has the same bits in both, which are of one dtype; all NaNs count as one.
   */
  boolean isSame(int i) {
    return x.dtype().isFloat()
        ? Double.compare(x.number(i), y.number(i)) == 0
        : x.integer(i) == y.integer(i);
  }

  private static String text(Tensor tensor, int i) {
    return NumberLiteral.format(tensor, i);
  }

  private static String header(Tensor tensor) {
    return "a " + tensor.dtype().token() + " tensor of shape " + tensor.shape();
  }

  private static String withoutOnes(Tensor tensor) {
    return Arrays.toString(
        Arrays.stream(tensor.shape().toArray()).filter(length -> length != 1).toArray());
  }
}
