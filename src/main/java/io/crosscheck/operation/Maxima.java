package io.crosscheck.operation;

import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.function.IntToDoubleFunction;

/** The largest element of each slice: what error bounds measure distances from. */
final class Maxima {

  private Maxima() {}

  /** The largest element of each slice; −Infinity for an empty one. */
  static double[] of(Slices slices, Tensor tensor) {
    double[] largest = new double[slices.count()];
    for (int s = 0; s < largest.length; s++) {
      largest[s] = of(tensor, slices.start(s), slices.length(), slices.stride());
    }
    return largest;
  }

  /** The largest of {@code count} elements, {@code stride} apart; NaN is passed over. */
  static double of(Tensor tensor, int start, int count, int stride) {
    double max = Double.NEGATIVE_INFINITY;
    double other = Double.NEGATIVE_INFINITY;
    int last = start + (count - 1) * stride;
    // Two chains of comparisons side by side. Not Math.max, whose care for NaN and -0 is several
    // instructions per element.
    for (int i = start; i <= last; i += 2 * stride) {
      double value = tensor.number(i);
      double next = tensor.number(Math.min(i + stride, last));
      if (value > max) {
        max = value;
      }
      if (next > other) {
        other = next;
      }
    }
    return other > max ? other : max;
  }

  /** The largest value of each slice; −Infinity for an empty one. */
  static double[] of(Slices slices, IntToDoubleFunction value) {
    double[] largest = new double[slices.count()];
    for (int s = 0; s < largest.length; s++) {
      double max = Double.NEGATIVE_INFINITY;
      for (int k = 0, i = slices.start(s); k < slices.length(); k++, i += slices.stride()) {
        max = Math.max(max, value.applyAsDouble(i));
      }
      largest[s] = max;
    }
    return largest;
  }

  /** |x − max|, 0 where it isn't a finite number: such elements have exact special results. */
  static double shift(double x, double max) {
    double shift = Math.abs(x - max);
    return Double.isFinite(shift) ? shift : 0;
  }
}
