package io.crosscheck.operation;

import io.crosscheck.tensor.Slices;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The largest element of each slice: what error bounds measure distances from. */
final class Maxima {

  private Maxima() {}

  /** The largest value of each slice; −Infinity for an empty one. */
  static double[] of(Slices slices, IntToDoubleFunction value) {
    double[] largest = new double[slices.count()];
    Arrays.fill(largest, Double.NEGATIVE_INFINITY);
    for (int s = 0; s < largest.length; s++) {
      int start = slices.start(s);
      for (int k = 0; k < slices.length(); k++) {
        largest[s] = Math.max(largest[s], value.applyAsDouble(start + k * slices.stride()));
      }
    }
    return largest;
  }

  /** |x − max|, 0 where it isn't a finite number: such elements have exact special results. */
  static double shift(double x, double max) {
    double shift = Math.abs(x - max);
    return Double.isFinite(shift) ? shift : 0;
  }
}
