package io.crosscheck.operation;

import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/** Log-probabilities to double precision: bounds are measured by them, expected values never. */
final class Estimates {

  private Estimates() {}

  /** x_k − ln Σ exp of slice {@code s}. */
  static double[] logSoftmax(Tensor logits, Slices slices, int s) {
    int n = slices.length();
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < n; k++) {
      max = Math.max(max, logits.number(slices.index(s, k)));
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += Math.exp(logits.number(slices.index(s, k)) - max);
    }
    double[] result = new double[n];
    if (max == Double.NEGATIVE_INFINITY) {
      // Finite only where a choice makes the softmax uniform.
      Arrays.fill(result, -Terms.ln(n));
      return result;
    }
    for (int k = 0; k < n; k++) {
      result[k] = logits.number(slices.index(s, k)) - max - Math.log(sum);
    }
    return result;
  }
}
