package io.crosscheck.operation;

import static io.crosscheck.operation.Evaluation.assertNear;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient of the divergence for its target; irrational values are mpmath 1.3's, at 60 digits.
 */
class DivergenceSlopeTest {

  private static final Choice CHOICE = Choice.KL_GRADIENT_ZERO_TARGET;
  private static final double U = 0x1p-53;
  private static final double LN_2 = 0.6931471805599453;

  private static Evaluation at(String target, String output) {
    return Evaluation.of("kl_divergence_target_gradient", DType.FLOAT64)
        .input("target", target)
        .input("output", output);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.25, 1.693147180559945309417",
    "0.2, 0.9, -0.5040773967762740425337",
    "3, 7, 0.1527021396127963862899",
    "0.3, 0.3, 1",
    "1e-300, 1e300, -1380.551055796427410438",
    "1.7e308, 1e-308, 1419.923045535394311806",
    "0x1p-1074, 1, -743.4400719213812623141",
    "1, 0x1p-1074, 745.4400719213812623141",
    "0, 0.5, -Infinity",
    "-0.0, 0.5, -Infinity",
    "0, Infinity, -Infinity",
    "0.5, Infinity, -Infinity",
    "0.5, 0, Infinity",
    "0.5, -0.0, Infinity",
    "Infinity, 0.5, Infinity",
    "Infinity, 0, Infinity",
    "0, 0, NaN",
    "Infinity, Infinity, NaN",
    "NaN, 0.5, NaN",
    "0.5, NaN, NaN",
    "0, NaN, NaN",
    "-0.5, 0.5, NaN",
    "0.5, -0.5, NaN",
    "-0.5, -0.5, NaN"
  })
  void slopes(String target, String output, double slope) {
    assertNear(slope, at(target, output).value());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.3, 1.20397280432593602963",
    "-0.0, 1, 0",
    "0, 0, Infinity",
    "0, Infinity, -Infinity",
    "0, -1, NaN",
    "0, NaN, NaN",
    "0.5, 0.25, 1.693147180559945309417",
    "0.5, 0, Infinity"
  })
  void slopes_of_a_constant_at_zero(String target, String output, double slope) {
    assertNear(slope, at(target, output).under(CHOICE, "constant").value());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5, 0",
    "-1, 0.5, 0",
    "9e-8, 0.5, 0",
    "1e-7, 0.5, -14.42494847039837452396",
    "1, 1, 1",
    "1.5, 0.5, 0",
    "Infinity, 0.5, 0",
    "0.5, 0, 16.42494847039837452396",
    "0.5, -1, 16.42494847039837452396",
    "0.5, 4, 0.3068528194400546905828",
    "0.5, Infinity, 0.3068528194400546905828",
    "0.5, 0.25, 1.693147180559945309417",
    "NaN, 4, NaN",
    "0, NaN, NaN"
  })
  void clipped_slopes(String target, String output, double slope) {
    assertNear(slope, at(target, output).under(CHOICE, "clipped").value());
  }

  @Test
  void the_result_has_the_shape_of_both_and_needs_no_axis() {
    assertThat(at("[[0.5, 0.5]]", "[[0.5, 0.5]]").header().shape(), is(Shape.of(1, 2)));
    assertArrayEquals(new double[] {1, 1}, at("[[0.5, 0.25]]", "[[0.5, 0.25]]").values());
    assertThat(at("0.5", "0.5").value(), is(1.0));
    assertThat(at("[0.5]", "0.5").refusal(), is(RefusalCode.INVALID_SHAPE));
  }

  // u·(8 + 5|ln t| + 4|ln o| + 5|ln(t/o)|); t = 2^-2, o = 2^-5 in units of ln 2: 2, 5 and 3.
  @Test
  void a_bound_is_of_both_logarithms_their_difference_and_the_one() {
    Evaluation element = at("0.25", "0x1p-5");
    double standard = 8 + (5 * 2 + 4 * 5 + 5 * 3) * LN_2;
    assertThat(element.bound(Profile.STANDARD).at(0, 0), closeTo(U * standard, 1e-9 * U));
    assertThat(element.bound(Profile.RELAXED).at(0, 0), closeTo(U * standard, 1e-9 * U));
    double strict = 2 + 2 * (2 + 5 + 3) * LN_2;
    assertThat(element.bound(Profile.STRICT).at(0, 0), closeTo(U * strict, 1e-9 * U));
  }

  @Test
  void a_bound_of_a_constants_slope_is_that_of_one_logarithm() {
    Evaluation zero = at("0", "0.25").under(CHOICE, "constant");
    assertThat(zero.bound(Profile.STANDARD).at(0, 0), closeTo(U * 4 * 2 * LN_2, 1e-9 * U));
    assertThat(zero.bound(Profile.STRICT).at(0, 0), closeTo(U * 2 * 2 * LN_2, 1e-9 * U));
  }

  @Test
  void a_bound_is_of_the_clipped_output() {
    Evaluation clipped = at("0.5", "4").under(CHOICE, "clipped");
    double standard = 8 + (5 + 0 + 5) * LN_2;
    assertThat(clipped.bound(Profile.STANDARD).at(0, 0), closeTo(U * standard, 1e-9 * U));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "NaN", "-1"})
  void what_is_no_number_has_no_bound(String target) {
    assertThat(at(target, "4").bound(Profile.STANDARD).at(0, 0), is(0.0));
    assertThat(at("0", "4").under(CHOICE, "clipped").bound(Profile.STANDARD).at(0, 0), is(0.0));
  }
}
