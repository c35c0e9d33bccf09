package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/**
 * Logarithms of outputs read as probabilities: divided by the sum of their slice and guarded, each
 * as the choices say.
 *
 * <p>Error bound of one, u·((14 + 2 S(n))·c + 4·|ln o|) with c = Σ|o|/|Σo|: the quotient's relative
 * error, (S(n) + 2)c, enters the logarithm absolutely, next to the logarithm's own error; rounding
 * 1 − ε changes ln(1 − ε) by at most u. Strict: 8 for 14, 2 for 4.
 */
final class GuardedProbabilities {

  private final Tensor output;
  private final Slices slices;
  private final ProbabilityGuard guard;
  private final boolean normalises;
  private final Stage stage;

  private GuardedProbabilities(
      Tensor output, Slices slices, ProbabilityGuard guard, boolean normalises, Stage stage) {
    this.output = output;
    this.slices = slices;
    this.guard = guard;
    this.normalises = normalises;
    this.stage = stage;
  }

  /** Of the input {@code output} along {@code axis}. */
  static GuardedProbabilities of(Arguments arguments, Choices choices, Stage stage) {
    Tensor output = arguments.input("output");
    return new GuardedProbabilities(
        output,
        Checks.slices(arguments, output.shape()),
        ProbabilityGuard.of(arguments, output.dtype(), choices, stage),
        choices.is(Choice.PROBABILITIES_NORMALISE, "divide_by_sum"),
        stage);
  }

  Slices slices() {
    return slices;
  }

  /** Those of slice {@code s}. */
  Real[] logs(int s) {
    Real sum = sum(s);
    Real[] logs = new Real[slices.length()];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = log(s, k, sum);
    }
    return logs;
  }

  /** The one at position {@code k} of slice {@code s}. */
  Real log(int s, int k) {
    return log(s, k, sum(s));
  }

  private Real log(int s, int k, Real sum) {
    return guard.ln(stage.of(number(s, k)).dividedBy(sum));
  }

  private Real sum(int s) {
    if (!normalises) {
      return stage.of(1);
    }
    Real[] values = new Real[slices.length()];
    for (int k = 0; k < values.length; k++) {
      values[k] = stage.of(number(s, k));
    }
    return Reduction.sum(values, stage);
  }

  /** Those of slice {@code s} to double precision, and what their error bounds are made of. */
  Estimated estimate(int s) {
    double sum = 0;
    double absolute = 0;
    for (int k = 0; normalises && k < slices.length(); k++) {
      sum += number(s, k);
      absolute += Math.abs(number(s, k));
    }
    double divisor = normalises ? sum : 1;
    double[] logs = new double[slices.length()];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = guard.estimateLn(number(s, k) / divisor);
    }
    double condition = absolute / Math.abs(sum);
    return new Estimated(logs, Double.isFinite(condition) ? condition : 1);
  }

  private double number(int s, int k) {
    return output.number(slices.index(s, k));
  }

  /**
   * Estimates of one slice.
   *
   * @param condition Σ|o|/|Σo|, 1 where that isn't finite or nothing is divided
   */
  record Estimated(double[] logs, double condition) {

    /** The bound of −Σ t·ln o, with u; m targets that aren't 0 add S(m)·|ln o| each. */
    double bound(double[] targets, Terms terms) {
      int nonZero = 0;
      for (double target : targets) {
        nonZero += target == 0 ? 0 : 1;
      }
      double absolute = (terms.pick(8, 14) + 2 * terms.summation(targets.length)) * condition;
      double relative = terms.pick(2, 4) + terms.summation(nonZero);
      double bound = 0;
      for (int k = 0; k < targets.length; k++) {
        double each = Math.abs(targets[k]) * (absolute + relative * Math.abs(logs[k]));
        bound += Double.isFinite(each) ? each : 0;
      }
      return terms.u() * bound;
    }
  }
}
