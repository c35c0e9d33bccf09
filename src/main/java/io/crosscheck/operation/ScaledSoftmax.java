package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;

/**
 * T·s_k − t_k, s the softmax of a slice: what the gradients of log-softmax and of the
 * cross-entropies share, t the labels and T their sum.
 *
 * <p>Where class k dominates it is (T − t_k) − T·(1 − s_k), with 1 − s_k from the sum of the other
 * classes: for a one-hot label the first part is 0 and nothing cancels. It is rational only where
 * s_k is, or where T is 0.
 *
 * <p>Error bound, u·(s_k·(|T|·(E_k + 3) + S(n)·Σ|t|) + 2|t_k|), with u·E_k the relative error of a
 * probability ({@link SoftmaxJacobian#probability}): the probability and its product with T, the
 * additions of T, and the subtraction, which may lose up to a unit of each side. Where the
 * probability is subnormal, its last unit times |T|.
 */
final class ScaledSoftmax {

  private ScaledSoftmax() {}

  /** T·s_k − t_k. */
  static Real minus(ExactSlice slice, int k, Real scale, Real label, Choices choices, Stage stage) {
    int equal = slice.isRuledOut(k) ? 0 : slice.equalCount();
    if (equal > 0) {
      // The one division last, so that it is exact where it can be.
      Real count = stage.of(equal);
      return scale.minus(count.times(label)).dividedBy(count);
    }
    return slice.dominates(k)
        ? scale.minus(label).minus(scale.times(slice.complement(k, choices)))
        : scale.times(slice.softmax(k, choices)).minus(label);
  }

  /** The bounds for these labels and log-probabilities, T the sum of the labels. */
  static double[] bounds(double[] labels, double[] logs, Terms terms) {
    double sum = 0;
    double magnitude = 0;
    for (double label : labels) {
      sum += label;
      magnitude += Math.abs(label);
    }
    return bounds(labels, sum, magnitude, logs, terms);
  }

  /** The bounds for a T that is known otherwise, with its size before anything cancelled. */
  static double[] bounds(
      double[] labels, double sum, double magnitude, double[] logs, Terms terms) {
    double scale = Math.abs(sum);
    int n = logs.length;
    double[] bounds = new double[n];
    for (int k = 0; k < n; k++) {
      double probability = StrictMath.exp(logs[k]);
      double own = scale * (SoftmaxJacobian.probability(logs[k], n, terms) + 3);
      double additions = (terms.summation(n) + 2) * magnitude;
      double relative = probability * (own + additions) + 2 * Math.abs(labels[k]);
      double bound = terms.u() * relative + scale * terms.underflow(probability);
      bounds[k] = Double.isFinite(bound) ? bound : 0;
    }
    return bounds;
  }
}
