package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each guard has a slope, what it is there, and what error it is allowed. */
class GuardedSlopeTest {

  private static final Evaluation SLOPE =
      Evaluation.of("categorical_cross_entropy_gradient", DType.FLOAT64);

  private static final double U = 0x1p-53;

  private static Evaluation under(String guard, String normalise) {
    return SLOPE
        .under(Choice.PROBABILITIES_GUARD, guard)
        .under(Choice.PROBABILITIES_NORMALISE, normalise);
  }

  // −t/(o + a), of t = 1 and 3.
  @ParameterizedTest
  @CsvSource({
    "clip_1e-7, 0.5, -2, -6",
    "clip_1e-7, 1e-7, -9999999.999999999583, -29999999.99999999875",
    "clip_1e-7, 0x1p-24, 0, 0",
    "clip_1e-7, 1, 0, 0",
    "clip_dtype_epsilon, 0x1p-52, -4503599627370496, -13510798882111488",
    "clip_dtype_epsilon, 0x1p-53, 0, 0",
    "log_floor_-100, 0x1p-140, -1.393796574908163946e42, -4.181389724724491838e42",
    "log_floor_-100, 1e-44, 0, 0",
    "log_floor_-100, -0.5, 0, 0",
    "log_floor_-100, 3, -0.3333333333333333333, -1",
    "add_1e-7, 0.5, -1.999999600000080000, -5.999998800000240000",
    "add_1e-7, 0, -9999999.999999999583, -29999999.99999999875",
    "clip_then_add_1e-7, 0, 0, 0",
    "none, 0x1p-1000, -1.071508607186267321e301, -3.214525821558801963e301"
  })
  void an_output_as_it_is_has_the_slope_of_its_guarded_logarithm(
      String guard, String output, double one, double three) {
    double[] found =
        under(guard, "none")
            .input("target", "[1, 3]")
            .input("output", "[X, X]".replace("X", output))
            .values();
    assertThat(found[0], closeTo(one, 4 * Math.ulp(one)));
    assertThat(found[1], closeTo(three, 4 * Math.ulp(three)));
  }

  @Test
  void an_output_that_is_not_finite_has_no_slope() {
    for (String guard : new String[] {"clip_1e-7", "add_1e-7", "none"}) {
      Evaluation slope = under(guard, "none").input("target", "[1, 1]");
      double[] found = slope.input("output", "[NaN, 0.5]").values();
      assertThat(found[0], is(Double.NaN));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip_1e-7", "add_1e-7", "none"})
  void outputs_that_sum_to_0_have_no_slope(String guard) {
    Evaluation slope = under(guard, "divide_by_sum").input("target", "[1, 1]");
    double[] found = slope.input("output", "[-0.5, 0.5]").values();
    assertThat(found[0], is(Double.NaN));
    assertThat(found[1], is(Double.NaN));
  }

  /** Shares within a few units of the edges of the clip, of sums of either sign. */
  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void a_share_is_clipped_just_where_it_lies_outside(int sign) {
    Random random = new Random(3);
    double low = 1e-7;
    for (int i = 0; i < 400; i++) {
      boolean small = i % 2 == 0;
      double share = (small ? low : 1 - low) + (random.nextInt(5) - 2) * (small ? 0x1p-76 : U);
      double rest = Math.scalb(random.nextGaussian(), -random.nextInt(40) - 40);
      double[] output = {share, 1 - share, rest};
      BigDecimal sum = BigDecimal.ZERO;
      for (int k = 0; k < 3; k++) {
        sum = sum.add(new BigDecimal(output[k]));
        output[k] *= sign;
      }
      BigDecimal least = new BigDecimal(low).multiply(sum);
      boolean within =
          new BigDecimal(share).compareTo(least) >= 0
              && new BigDecimal(share).compareTo(sum.subtract(least)) <= 0;
      double found =
          under("clip_1e-7", "divide_by_sum")
              .input("target", "[1, 0, 0]")
              .input("output", "[%s, %s, %s]".formatted(output[0], output[1], output[2]))
              .values()[0];
      // (1 − S/o)/S, and 0 where it's clipped.
      assertThat(share + " of " + sum, found != 0, is(within));
    }
  }

  @Test
  void shares_on_the_edges_of_the_clip_have_a_slope() {
    Evaluation edges =
        under("clip_1e-7", "divide_by_sum").input("output", "[0.75, 0.25]").with("epsilon", 0.25);
    assertThat(edges.input("target", "[1, 0]").values()[0], closeTo(-1.0 / 3, 1e-16));
    assertThat(edges.input("target", "[0, 1]").values()[1], is(-3.0));
  }

  @Test
  void a_sum_that_doubles_lose_is_taken_exactly() {
    Evaluation row = under("none", "divide_by_sum");
    Evaluation one = row.input("output", "[0x1p60, 0.5, -0x1p60]").input("target", "[0, 1, 0]");
    // Kept 1 over a sum of 1/2, and 0 where 1/p is 1.
    assertThat(one.values()[0], is(2.0));
    assertThat(one.values()[1], is(0.0));
    Evaluation none =
        row.input("output", "[0x1p60, 1, -0x1p60, -1]").input("target", "[0, 1, 0, 0]");
    assertThat(none.values()[0], is(Double.NaN));
    // Doubles see no sign of this sum, −1/2, of which the second is all.
    Evaluation whole =
        under("log_floor_-100", "divide_by_sum")
            .input("output", "[0x1p60, -0.5, -0x1p60]")
            .input("target", "[0, 1, 0]");
    assertThat(whole.values()[0], is(-2.0));
  }

  /** By the documented formula; the sum is 0.5, the outputs' magnitudes 1.5. */
  @ParameterizedTest
  @CsvSource({"STANDARD", "STRICT"})
  void a_bound_counts_the_slope_the_other_targets_and_the_condition_of_the_sum(Profile profile) {
    Evaluation slope =
        under("add_1e-7", "divide_by_sum")
            .input("target", "[1, -2, 3]")
            .input("output", "[0.75, -0.5, 0.25]");
    double summation = profile == Profile.STRICT ? 0 : 3 + Math.log(3) / Math.log(2);
    double c = 3;
    double own = 1 / (1.5 + 1e-7);
    double each = own * (8 + 2 * summation) * c + 6 * (8 + 3 * summation) * c;
    assertThat(bound(slope, profile), closeTo(U * each / 0.5, 1e-12 * U * each));
  }

  @Test
  void a_bound_where_nothing_is_normalised_is_that_of_one_division() {
    Evaluation slope =
        under("none", "none").input("target", "[3, 1]").input("output", "[0.75, -0.5]");
    assertThat(bound(slope, Profile.STANDARD), is(U * 8 * 4));
    Evaluation clipped =
        under("clip_1e-7", "none").input("target", "[3, 1]").input("output", "[0, 0.5]");
    assertThat(bound(clipped, Profile.STANDARD), is(0.0));
  }

  private static double bound(Evaluation asked, Profile profile) {
    return asked.bound(profile).at(0, 1);
  }
}
