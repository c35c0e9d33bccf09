package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.TensorLiteral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results that are exactly 0, which no number of digits tells, and those that only seem so. */
class CancellingSumsTest {

  private static final Stage MANY_BITS = Stage.ofBits(192);

  private static Real.Sign sign(Evaluation asked, int element) {
    return asked.exact(MANY_BITS)[element].sign();
  }

  private static double[] numbers(String literal) {
    return TensorLiteral.parse(literal, DType.FLOAT64).toDoubles();
  }

  @ParameterizedTest
  @CsvSource({
    "'[0.5, 0.5]', '[0.25, 1]'",
    "'[2, 1]', '[1, 4]'",
    "'[6, 6]', '[4, 9]'",
    "'[15, 15]', '[9, 25]'",
    "'[12, 12]', '[18, 8]'",
    "'[9, 9, 0]', '[27, 3, 5]'",
    "'[1, 3]', '[1, 3]'",
    "'[0x1p-1074]', '[0x1p-1074]'"
  })
  void a_product_of_powers_that_is_1_has_a_logarithm_of_0(String t, String o) {
    assertThat(LogarithmSum.of(numbers(t), numbers(o)).isZero(), is(true));
    Evaluation divergence =
        Evaluation.of("kl_divergence", DType.FLOAT64).input("target", t).input("output", o);
    assertThat(sign(divergence, 0), is(Real.Sign.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    "'[6, 6]', '[4, 8]'",
    "'[0.5, 0.5]', '[0.25, 0x1.0000000000001p0]'",
    "'[2]', '[1]'",
    "'[3]', '[1]'",
    "'[1]', '[3]'",
    "'[15, 15]', '[9, 5]'",
    "'[12, 6]', '[18, 8]'",
    "'[9, 9, 1]', '[27, 3, 5]'"
  })
  void a_product_of_powers_beside_1_has_none(String t, String o) {
    assertThat(LogarithmSum.of(numbers(t), numbers(o)).isZero(), is(false));
  }

  @ParameterizedTest
  @CsvSource({
    "'[1, -1]', '[2, 2]'",
    "'[1, -1]', '[0, -0.0]'",
    "'[1, 1, -2]', '[5, 5, 5]'",
    "'[1, 3, -1, -3]', '[1, 2, 1, 2]'"
  })
  void targets_of_equal_logits_that_sum_to_0_leave_no_focal_loss(String target, String logits) {
    Evaluation focal =
        Evaluation.of("focal_cross_entropy", DType.FLOAT64)
            .input("target", target)
            .input("logits", logits);
    assertThat(sign(focal, 0), is(Real.Sign.ZERO));
  }

  @Test
  void a_focal_loss_below_what_192_bits_tell_is_not_0() {
    Evaluation focal =
        Evaluation.of("focal_cross_entropy", DType.FLOAT64)
            .input("target", "[-1, 1]")
            .input("logits", "[0x1p-300, 0]");
    assertThat(sign(focal, 0), is(Real.Sign.UNKNOWN));
    assertThat(focal.value(), greaterThan(0.0));
    Evaluation known = focal.input("logits", "[2, 0]");
    assertThat(sign(known, 0), is(Real.Sign.POSITIVE));
  }

  @ParameterizedTest
  @CsvSource({
    "'[1, 1]', '[0, 1]', 0, ZERO",
    "'[1, 1]', '[0, 1]', 1, ZERO",
    "'[1, 3, 2]', '[0, -0.0, 1]', 2, ZERO",
    "'[1, 3, 2]', '[0, 0, 1]', 0, NEGATIVE",
    "'[1, 1, 7]', '[0, 1, -Infinity]', 0, ZERO",
    "'[1, 3, 2]', '[0, 0x1p-300, 1]', 2, UNKNOWN",
    "'[1, 3, 2]', '[0, 0.5, 1]', 2, NEGATIVE"
  })
  void a_slope_of_a_softmax_is_0_just_where_the_differences_at_equal_logits_are(
      String gradient, String logits, int element, Real.Sign expected) {
    Evaluation slope =
        Evaluation.of("softmax_gradient", DType.FLOAT64)
            .input("output_gradient", gradient)
            .input("logits", logits);
    assertThat(sign(slope, element), is(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "add_1e-7, '[1, 1]', '[0.5, 0.5]', 0, ZERO",
    "add_1e-7, '[1, 1]', '[0.5, 0.5]', 1, ZERO",
    "add_1e-7, '[1, 2, 0]', '[0.25, 0.5, 0]', 2, POSITIVE",
    "add_1e-7, '[1, 1]', '[0.5, 0.25]', 0, POSITIVE",
    "add_1e-7, '[1, 1]', '[0.5, 0.25]', 1, NEGATIVE",
    "clip_then_add_1e-7, '[1, -1, 1]', '[0.5, 0.5, 0]', 2, ZERO",
    "clip_then_add_1e-7, '[1, -1, 1]', '[0.5, 0.5, 0]', 0, NEGATIVE",
    "clip_then_add_1e-7, '[1, 1, 1]', '[0.5, 0.5, 0]', 2, POSITIVE",
    "clip_then_add_1e-7, '[1, 1, 5]', '[0.5, 0.5, 0]', 0, ZERO",
    "clip_then_add_1e-7, '[1, -1, 0x1p-300, 1]', '[0.5, 0.5, 0.25, 0]', 3, UNKNOWN",
    "clip_1e-7, '[1, 1]', '[0.5, 0.5]', 0, ZERO"
  })
  void a_slope_of_guarded_probabilities_is_0_just_where_its_fractions_are(
      String guard, String target, String output, int element, Real.Sign expected) {
    Evaluation slope =
        Evaluation.of("categorical_cross_entropy_gradient", DType.FLOAT64)
            .input("target", target)
            .input("output", output)
            .under(Choice.PROBABILITIES_GUARD, guard);
    assertThat(sign(slope, element), is(expected));
  }

  @Test
  void a_slope_below_what_192_bits_tell_is_not_0() {
    Evaluation slope =
        Evaluation.of("categorical_cross_entropy_gradient", DType.FLOAT64)
            .input("target", "[1, 1, 0]")
            .input("output", "[0.5, 0.5, 0x1p-300]")
            .under(Choice.PROBABILITIES_GUARD, "add_1e-7");
    assertThat(sign(slope, 0), is(Real.Sign.UNKNOWN));
    assertThat(slope.values()[0], lessThan(0.0));
  }
}
