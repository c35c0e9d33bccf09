package io.crosscheck.backend;

import io.crosscheck.tensor.Slices;

/**
 * What a log-softmax needs to know of each slice: {@code max}, and ln Σ exp(x − max) as {@code
 * logSum}. Where max is NaN or infinite, logSum is NaN.
 */
public record LogSums(Slices slices, double[] max, double[] logSum) {

  /** Slices of which nothing is known yet. */
  public static LogSums of(Slices slices) {
    return new LogSums(slices, new double[slices.count()], new double[slices.count()]);
  }

  /**
   * Notes a slice's maximum, and ln(1 + {@code others}), the sum of exponentials but its largest.
   */
  public void set(int slice, double largest, double others) {
    max[slice] = largest;
    logSum[slice] = Double.isFinite(largest) ? Math.log1p(others) : Double.NaN;
  }

  /**
   * ln softmax of an element {@code x} of {@code slice}: (x − max) − logSum, in which neither term
   * is positive, so that nothing cancels. NaN throughout a slice of which max is not finite.
   */
  public double logProbability(int slice, double x) {
    double shift = x - max[slice];
    double result = shift - logSum[slice];
    return Double.isInfinite(result) ? result : result + shiftError(x, max[slice], shift);
  }

  /** ln Σ exp(x) of {@code slice}: −Infinity for an empty slice and for one of −Infinity only. */
  public double logSumExp(int slice) {
    return Double.isFinite(max[slice]) ? max[slice] + logSum[slice] : max[slice];
  }

  /** What rounding took from x − max (Knuth's TwoSum). */
  private static double shiftError(double x, double max, double shift) {
    double back = shift - x;
    return (x - (shift - back)) - (max + back);
  }
}
