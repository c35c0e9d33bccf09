package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds by the formulas that their operations document, where the vectors freeze none. */
class BoundsTest {

  private static final double U = 0x1p-53;
  private static final double LN2 = Math.log(2);

  private static Evaluation of(String operation) {
    return Evaluation.of(operation, DType.FLOAT64);
  }

  private static double bound(Evaluation asked, Profile profile) {
    return asked.bound(profile).at(0, 1);
  }

  private static void assertBound(double units, Evaluation asked, Profile profile) {
    assertThat(bound(asked, profile), closeTo(U * units, 1e-9 * U * units));
  }

  /** Of one target 1 at a log-probability of −ln 2: α·(W·l + (w + u·W)·L(l) + 4·w·l). */
  @Test
  void a_strict_focal_bound_is_that_of_a_sum_of_the_others() {
    Evaluation half =
        of("focal_cross_entropy")
            .input("target", "[1, 0]")
            .input("logits", "[0, 0]")
            .with("alpha", 0.5)
            .with("gamma", 1.5);
    double weight = Math.pow(0.5, 1.5);
    double offWeight = weight * (4 + 1.5 * (8 + LN2 + 4 * LN2));
    double logarithm = 8 + LN2 + 2 * LN2;
    double units = 0.5 * (offWeight * LN2 + weight * logarithm + 4 * weight * LN2);
    assertBound(units, half, Profile.STRICT);
  }

  /** A probability so small that its complement is as good as 1: W is 2γ + 16 either way. */
  @Test
  void a_strict_focal_bound_is_no_more_than_the_standard_one_without_its_sums() {
    Evaluation wrong =
        Evaluation.of("focal_cross_entropy", DType.FLOAT32)
            .input("target", "[0, 1]")
            .input("logits", "[0, -64]")
            .with("alpha", 1.0)
            .with("gamma", 10.0);
    double units = (2 * 10 + 16) * 64 + (8 + LN2 + 2 * 64) + 4 * 64;
    double found = bound(wrong, Profile.STRICT) / 0x1p-24;
    // W itself counts once more in the second term, by u.
    assertThat(found, closeTo(units, 1e-3));
  }

  /**
   * In float64 the two powers agree to all but their last digits. Of two equal logits: q = 1/2, ε =
   * u·(1 + (20 + 4·ln 2 + 3)/2), and to that order in u the difference is 2γ·ε·q^(γ−1).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 10, 1000})
  void what_a_subtraction_costs_a_focal_weight_is_not_itself_lost_in_a_subtraction(double gamma) {
    Evaluation half =
        Evaluation.of("focal_cross_entropy", DType.FLOAT64)
            .input("target", "[1, 0]")
            .input("logits", "[0, 0]")
            .with("alpha", 1.0)
            .with("gamma", gamma);
    double weight = Math.pow(0.5, gamma);
    double cancelled = 2 * gamma * (1 + (20 + 4 * LN2 + 3) / 2) * 2 * weight;
    double offWeight = cancelled + weight * (16 + 8 * gamma * LN2);
    double logarithm = 14 + LN2 + 3 + 4 * LN2;
    double units = offWeight * LN2 + weight * logarithm + (4 + 1) * weight * LN2;
    double found = bound(half, Profile.STANDARD) / 0x1p-53;
    assertThat(found / units, closeTo(1, 1e-9));
  }

  /** Two powers that part widely: a complement of 1, (1 + u)^γ and (1 − u)^γ with γ = 2/u. */
  @Test
  void a_focal_weight_of_a_large_power_is_allowed_what_lies_between_its_ends() {
    Evaluation wrong =
        Evaluation.of("focal_cross_entropy", DType.FLOAT32)
            .input("target", "[0, 1]")
            .input("logits", "[0, -64]")
            .with("alpha", 1.0)
            .with("gamma", 0x1p25);
    double between = 2 * Math.sinh(2);
    double logarithm = 14 + LN2 + 3 + 4 * 64;
    double units = (between * 0x1p24 + 16) * 64 + (1 + between) * logarithm + (4 + 1) * 64;
    double found = bound(wrong, Profile.STANDARD) / 0x1p-24;
    assertThat(found / units, closeTo(1, 1e-6));
  }

  /** There the complement may be twice its error, or nothing at all. */
  @ParameterizedTest
  @CsvSource({"-300, 2", "-40, 0.5", "-36, 1"})
  void an_error_above_the_complement_is_in_the_focal_bound(double gap, double gamma) {
    Evaluation right =
        Evaluation.of("focal_cross_entropy", DType.FLOAT64)
            .input("target", "[1, 0]")
            .input("logits", "[0, " + gap + "]")
            .with("alpha", 1.0)
            .with("gamma", gamma);
    double loss = Math.exp(gap);
    double weightAlone = Math.pow(26 * 0x1p-53, gamma);
    assertThat(bound(right, Profile.STANDARD), greaterThanOrEqualTo(weightAlone * loss));
  }

  @Test
  void a_uniform_log_softmax_is_allowed_what_one_of_equal_logits_is() {
    Evaluation none =
        of("softmax_gradient")
            .input("output_gradient", "[1, 2]")
            .input("logits", "[-Infinity, -Infinity]")
            .under(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, "uniform");
    double equal = bound(none.input("logits", "[1, 1]"), Profile.STANDARD);
    assertThat(bound(none, Profile.STANDARD), is(equal));
    assertThat(equal, greaterThan(0.0));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void a_bound_is_the_same_whichever_element_is_asked_for_first(long axis) {
    Evaluation rows =
        of("softmax").input("logits", "[[1, 7, 3], [-9, 2, 5], [4, 0, 30]]").with("axis", axis);
    ErrorBound forward = rows.bound(Profile.STANDARD);
    ErrorBound backward = rows.bound(Profile.STANDARD);
    double[] bounds = new double[9];
    for (int i = 0; i < 9; i++) {
      bounds[i] = forward.at(i, 0.5);
    }
    for (int i = 8; i >= 0; i--) {
      assertThat(backward.at(i, 0.5), is(bounds[i]));
    }
  }

  @Test
  void a_slope_of_a_subnormal_probability_is_allowed_its_last_unit() {
    Evaluation row =
        Evaluation.of("softmax_cross_entropy_gradient", DType.FLOAT32)
            .input("labels", "[0, 1]")
            .input("logits", "[-100, 0]");
    assertThat(row.bound(Profile.STANDARD).at(0, 0), greaterThan(0x1p-149));
    Evaluation element =
        Evaluation.of("sigmoid_cross_entropy_gradient", DType.FLOAT32)
            .input("labels", "[0, 1]")
            .input("logits", "[-100, 100]");
    ErrorBound bound = element.bound(Profile.STRICT);
    assertThat(bound.at(0, 0), greaterThan(0x1p-149));
    assertThat(bound.at(1, 0), greaterThan(0x1p-149));
    Evaluation half =
        element.input("labels", "[0.5]").input("logits", "[-100]").input("pos_weight", "0");
    assertThat(bound(half, Profile.STRICT), closeTo(0x1p-150, 0.01 * 0x1p-150));
  }

  /** The last unit of e^−100 counts times |g − m| and, in m, times |g|. */
  @Test
  void a_slope_of_a_softmax_is_allowed_the_last_unit_of_a_subnormal_probability() {
    Evaluation row =
        Evaluation.of("softmax_gradient", DType.FLOAT32)
            .input("output_gradient", "[3, 0]")
            .input("logits", "[-100, 0]");
    ErrorBound bound = row.bound(Profile.STRICT);
    assertThat(bound.at(0, 0), closeTo(3 * 0x1p-149, 0.01 * 0x1p-149));
    assertThat(bound.at(1, 0), closeTo(3 * 0x1p-149, 0.01 * 0x1p-149));
  }

  /** u·(2 + S(n))·Σ|wv|/|Σw|·(1 + Σ|w|/|Σw|). */
  @Test
  void a_weighted_mean_is_allowed_the_additions_of_both_its_sums() {
    Evaluation mean =
        of("reduce_loss")
            .input("loss", "[1, 2, 3, 4]")
            .input("weights", "[1, -1, 2, 3]")
            .with("reduction", "weighted_mean");
    double terms = (1 + 2 + 6 + 12) / 5.0 * (1 + 7 / 5.0);
    assertBound((2 + 2) * terms, mean, Profile.STRICT);
    assertBound((2 + 4 + 2) * terms, mean, Profile.STANDARD);
    assertBound((2 + 4 + 2 + 0.5) * terms, mean, Profile.RELAXED);
  }

  /** |1 − z|·σ(x)·E + |qz|·σ(−x)·E, the sum rounded, and the products of labels. */
  @Test
  void a_slope_of_a_weighted_soft_label_is_bounded_part_by_part() {
    Evaluation element =
        of("sigmoid_cross_entropy_gradient")
            .input("labels", "[0.25]")
            .input("logits", "[0.5]")
            .input("pos_weight", "3");
    double up = 1 / (1 + Math.exp(-0.5));
    double down = 1 - up;
    double parts = 0.75 * up * 9 + 0.75 * down * 9;
    double formula = (1 - 0.25 + 0.75) * up * 9 + 4 * 0.75 + 2 * 0.75;
    assertBound(parts + formula, element, Profile.STANDARD);
    double tighter = 8 + 0.5 * up * down / up;
    assertBound(0.75 * up * tighter + 0.75 * down * (8 + 0.5 * up), element, Profile.STRICT);
  }

  /** Σ b_i and u·(2 + S(N))·Σ|l_i|, of two losses; by the strict profile log2 N for S(N). */
  @ParameterizedTest
  @CsvSource({
    "softmax_cross_entropy_with_logits, labels, logits, false",
    "categorical_cross_entropy, target, output, true",
    "categorical_cross_entropy, target, output, false",
    "binary_cross_entropy, target, output, true",
    "binary_cross_entropy, target, output, false",
    "sigmoid_cross_entropy_with_logits, labels, logits, false"
  })
  void a_sum_is_allowed_what_its_losses_are_and_its_additions(
      String operation, String target, String output, boolean fromLogits) {
    Evaluation losses =
        of(operation).input(target, "[[0.75, 0.25]]").input(output, "[[0.25, 0.5]]");
    Evaluation asked =
        operation.contains("with_logits") ? losses : losses.with("from_logits", fromLogits);
    for (Profile profile : new Profile[] {Profile.STRICT, Profile.STANDARD}) {
      double[] values = asked.values();
      double bounds = 0;
      double magnitudes = 0;
      for (int i = 0; i < values.length; i++) {
        bounds += asked.bound(profile).at(i, values[i]);
        magnitudes += Math.abs(values[i]);
      }
      int n = values.length;
      double log2 = n == 1 ? 0 : 1;
      double additions = 2 + (profile == Profile.STRICT ? log2 : n + log2);
      double sum = bound(asked.with("reduction", "sum"), profile);
      assertThat(sum, closeTo(bounds + U * additions * magnitudes, 1e-9 * sum));
      double mean = bound(asked.with("reduction", "mean"), profile);
      assertThat(mean, closeTo(sum / n, 1e-9 * sum));
    }
  }
}
