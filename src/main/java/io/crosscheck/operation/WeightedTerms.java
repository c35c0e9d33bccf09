package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;

/**
 * Products of weights and values in which a weight of 0 leaves the value out, or by choice doesn't.
 */
final class WeightedTerms {

  private WeightedTerms() {}

  /** w·v; 0 for a weight of 0, also where v is NaN or infinite, unless the choice lets it leak. */
  static Real product(double weight, Real value, Choices choices, Stage stage) {
    boolean contested = weight == 0 && value.isSpecial();
    if (contested && choices.is(Choice.MASKED_NOT_A_NUMBER, "excluded")) {
      return stage.of(0);
    }
    return stage.of(weight).times(value);
  }

  /** u·|w·v|, which added up doesn't overflow; 0 where the product has no finite value. */
  static double magnitude(double weight, double value, Terms terms) {
    double magnitude = Math.abs(terms.u() * weight * value);
    return Double.isFinite(magnitude) ? magnitude : 0;
  }

  /**
   * The error allowed for Σwv/Σw over n terms: u·(2 + S(n))·(Σ|wv|/|Σw|)·c, c = 1 + Σ|w|/|Σw| for
   * the rounding of both sums; 0 where that is no number.
   *
   * @param magnitudes the sum of the terms' {@link #magnitude}
   */
  static double meanBound(
      double magnitudes, double weights, double sumOfWeights, int n, Terms terms) {
    double divisor = Math.abs(weights);
    double condition = 1 + sumOfWeights / divisor;
    double log2 = Terms.ln(n) / StrictMath.log(2);
    double additions = 2 + terms.pick(log2, terms.summation(n));
    double bound = additions * magnitudes / divisor * condition;
    return bound >= 0 ? Math.min(bound, Double.MAX_VALUE) : 0;
  }
}
