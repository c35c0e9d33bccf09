package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;

/**
 * −Σ t_k·l_k over one slice, t the target's weights and l log-probabilities: the core of every
 * categorical cross-entropy.
 *
 * <p>Error bound from logits, Σ|t_k|·u·(14 + ln n + S(n) + (4 + S(m))·|l_k|), m the number of
 * non-zero targets: each log-probability as in {@link LogSoftmax}, weighted, and the additions of m
 * products.
 */
final class LogLikelihood {

  private LogLikelihood() {}

  /** The exact loss; whether 0 · −Infinity is NaN or 0 is a choice. */
  static Real loss(Real[] targets, Real[] logProbabilities, Choices choices, Stage stage) {
    Real sum = stage.of(0);
    for (int k = 0; k < targets.length; k++) {
      sum = sum.plus(product(targets[k], logProbabilities[k], choices, stage));
    }
    return sum.negated();
  }

  static Real product(Real target, Real logProbability, Choices choices, Stage stage) {
    boolean zero = target.sign() == Real.Sign.ZERO;
    boolean contested =
        zero && logProbability.isSpecial() && logProbability.sign() == Real.Sign.NEGATIVE;
    if (contested && choices.is(Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY, "zero")) {
      return stage.of(0);
    }
    return target.times(logProbability);
  }

  /** The bound of a loss from logits with these target weights, with u. */
  static double bound(double[] targets, double[] logProbabilities, Terms terms) {
    int n = targets.length;
    int nonZero = 0;
    for (double target : targets) {
      nonZero += target == 0 ? 0 : 1;
    }
    double additions = terms.summation(nonZero);
    double bound = 0;
    for (int k = 0; k < n; k++) {
      double l = Math.abs(logProbabilities[k]);
      if (targets[k] != 0 && Double.isFinite(l)) {
        double each = LogSoftmax.absolute(n, l, terms) + additions * l;
        bound += Math.abs(targets[k]) * each;
      }
    }
    return terms.u() * bound;
  }

  /** Σ|t_k·l_k|, to double precision. */
  static double magnitude(double[] targets, double[] logProbabilities) {
    double sum = 0;
    for (int k = 0; k < targets.length; k++) {
      sum += targets[k] == 0 ? 0 : Math.abs(targets[k] * logProbabilities[k]);
    }
    return sum;
  }
}
