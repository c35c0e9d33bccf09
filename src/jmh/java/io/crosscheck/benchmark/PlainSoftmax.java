package io.crosscheck.benchmark;

/** The softmax that everyone writes first. */
final class PlainSoftmax {

  private PlainSoftmax() {}

  /** The softmax of {@code length} logits from {@code start} on. */
  static void of(double[] logits, double[] result, int start, int length) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = start; k < start + length; k++) {
      max = Math.max(max, logits[k]);
    }
    double sum = 0;
    for (int k = start; k < start + length; k++) {
      result[k] = Math.exp(logits[k] - max);
      sum += result[k];
    }
    for (int k = start; k < start + length; k++) {
      result[k] /= sum;
    }
  }
}
