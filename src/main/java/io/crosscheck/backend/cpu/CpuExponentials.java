package io.crosscheck.backend.cpu;

import io.crosscheck.backend.CompensatedSum;
import io.crosscheck.backend.Exponentials;
import io.crosscheck.backend.LogSums;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/**
 * Exponentials of slices in double, for every dtype alike.
 *
 * <p>Error before the result is rounded to its dtype, u = 2^-53: softmax 9u relative whatever the
 * length and the spread, since the shift x − max is carried without rounding and the sum is
 * compensated; exp within 1 ulp gives 2u above and below the fraction bar, its correction, the
 * denominator and the division 1u each. Sigmoid 6u. Results below the smallest normal number: 2
 * eta.
 */
final class CpuExponentials implements Exponentials {

  @Override
  public double[] softmax(Tensor logits, Slices slices) {
    double[] x = logits.toDoubles();
    for (int s = 0; s < slices.count(); s++) {
      double max = max(x, slices, s);
      double total = 1 + sumOfOthers(x, slices, s, max);
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        x[i] = Double.isFinite(max) ? exp(x[i], max) / total : Double.NaN;
      }
    }
    return x;
  }

  @Override
  public LogSums logSums(Tensor logits, Slices slices) {
    double[] x = logits.toDoubles();
    LogSums sums = LogSums.of(slices);
    for (int s = 0; s < slices.count(); s++) {
      double max = max(x, slices, s);
      sums.set(s, max, sumOfOthers(x, slices, s, max));
    }
    return sums;
  }

  @Override
  public double[] sigmoid(Tensor logits) {
    double[] x = logits.toDoubles();
    for (int i = 0; i < x.length; i++) {
      double small = Math.exp(-Math.abs(x[i]));
      x[i] = (x[i] < 0 ? small : 1) / (1 + small);
    }
    return x;
  }

  /** The largest element; NaN if there is one, −Infinity for an empty slice. */
  private static double max(double[] x, Slices slices, int s) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < slices.length(); k++) {
      max = Math.max(max, x[slices.index(s, k)]);
    }
    return max;
  }

  /** Σ exp(x − max) without one of the elements that equal max. */
  private static double sumOfOthers(double[] x, Slices slices, int s, double max) {
    CompensatedSum sum = new CompensatedSum();
    boolean skipped = false;
    for (int k = 0; k < slices.length(); k++) {
      double value = x[slices.index(s, k)];
      if (value == max && !skipped) {
        skipped = true;
      } else {
        sum.add(exp(value, max));
      }
    }
    return sum.value();
  }

  /** exp(x − max) with the rounding error of the difference put back: e^lo is 1 + lo. */
  private static double exp(double x, double max) {
    double shift = x - max;
    double exp = Math.exp(shift);
    if (exp == 0) {
      return 0;
    }
    double back = shift - x;
    double error = (x - (shift - back)) - (max + back);
    return exp + exp * error;
  }
}
