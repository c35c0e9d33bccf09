package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;

/**
 * The attribute {@code reduction} of the losses: none, sum, mean.
 *
 * <p>Error bound of a sum of N losses with bounds b_i: Σ b_i + u·(2 + S(N))·Σ|l_i|, S(N) for the
 * additions; a mean divides both by the denominator. Strict: 2 + log2 N in place of 2 + S(N).
 */
final class Reduction {

  static final Attribute ATTRIBUTE = Attribute.text("reduction", "none", "none", "sum", "mean");

  private Reduction() {}

  /** The shape of losses of that shape after the reduction. */
  static Shape shape(Arguments arguments, Shape losses) {
    return arguments.text("reduction").equals("none") ? losses : Shape.of();
  }

  /**
   * The losses reduced; {@code denominator} is what a mean divides by. A mean of nothing is a
   * choice.
   */
  static Real[] apply(
      Arguments arguments, Real[] losses, Real denominator, Choices choices, Stage stage) {
    return switch (arguments.text("reduction")) {
      case "none" -> losses;
      case "sum" -> new Real[] {sum(losses, stage)};
      default -> new Real[] {mean(sum(losses, stage), denominator, choices, stage)};
    };
  }

  /** total / denominator; what it is for a denominator of 0 is the choice mean.nothing_left. */
  static Real mean(Real total, Real denominator, Choices choices, Stage stage) {
    if (denominator.sign() == Real.Sign.ZERO) {
      return stage.of(choices.is(Choice.MEAN_NOTHING_LEFT, "zero") ? 0 : Double.NaN);
    }
    return total.dividedBy(denominator);
  }

  /** Refuses a mean over nothing where the choice says so. */
  static void checkNothingLeft(boolean nothingLeft, Choices choices) {
    if (nothingLeft && choices.is(Choice.MEAN_NOTHING_LEFT, "refused")) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE,
          "nothing is left to take the mean of; expected a loss to count");
    }
  }

  static Real sum(Real[] terms, Stage stage) {
    Real sum = stage.of(0);
    for (Real term : terms) {
      sum = sum.plus(term);
    }
    return sum;
  }

  /** The bound after reduction of losses with these bounds and magnitudes. */
  static ErrorBound bound(
      Arguments arguments, double[] bounds, double[] magnitudes, double denominator, Terms terms) {
    String reduction = arguments.text("reduction");
    if (reduction.equals("none")) {
      return (i, exact) -> bounds[i];
    }
    double total = total(bounds, magnitudes, terms);
    double divisor = reduction.equals("mean") ? Math.abs(denominator) : 1;
    return (i, exact) -> divisor == 0 ? 0 : total / divisor;
  }

  /** Σ b_i + u·(2 + S(N))·Σ|l_i|; losses without a finite value have no error to bound. */
  static double total(double[] bounds, double[] magnitudes, Terms terms) {
    int n = bounds.length;
    double log2 = Terms.ln(n) / StrictMath.log(2);
    double rounding = terms.u() * (2 + terms.pick(log2, terms.summation(n)));
    double total = 0;
    for (int i = 0; i < n; i++) {
      double loss = bounds[i] + rounding * Math.abs(magnitudes[i]);
      total += Double.isFinite(loss) ? loss : 0;
    }
    return total;
  }
}
