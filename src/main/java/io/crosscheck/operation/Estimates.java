package io.crosscheck.operation;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/** Log-probabilities to double precision: bounds are measured by them, expected values never. */
final class Estimates {

  private Estimates() {}

  /** The same among the positions kept, −Infinity elsewhere; uniform where none is. */
  static double[] logSoftmax(Tensor logits, Slices slices, int s, boolean[] kept) {
    double[] values = new double[slices.length()];
    for (int k = 0; k < values.length; k++) {
      int i = slices.index(s, k);
      values[k] = kept[i] ? logits.number(i) : Double.NEGATIVE_INFINITY;
    }
    Tensor row = Tensor.ofNumbers(DType.FLOAT64, Shape.of(values.length), values);
    return logSoftmax(row, new Slices(1, values.length, 1), 0);
  }

  /** x_k − ln Σ exp of slice {@code s}. */
  static double[] logSoftmax(Tensor logits, Slices slices, int s) {
    int n = slices.length();
    double max = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int k = 0; k < n; k++) {
      double x = logits.number(slices.index(s, k));
      at = x > max ? k : at;
      max = Math.max(max, x);
    }
    // Without one largest element, whose log-probability may be far below the roundings of 1.
    double others = 0;
    for (int k = 0; k < n; k++) {
      others += k == at ? 0 : StrictMath.exp(logits.number(slices.index(s, k)) - max);
    }
    double[] result = new double[n];
    if (max == Double.NEGATIVE_INFINITY) {
      // Finite only where a choice makes the softmax uniform.
      Arrays.fill(result, -Terms.ln(n));
      return result;
    }
    for (int k = 0; k < n; k++) {
      result[k] = logits.number(slices.index(s, k)) - max - StrictMath.log1p(others);
    }
    return result;
  }
}
