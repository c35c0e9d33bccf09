package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The divergence's gradient for its target in float16 and bfloat16, of programs that store every
 * step in the tensor's own dtype, as frameworks do.
 */
class StoredDivergenceSlopeTest {

  private static final int N = 2000;

  // Usual probabilities, results next to 0, and quotients below float16's normal numbers.
  private static final List<List<String>> RANGES =
      List.of(
          List.of("uniform 0.001 1", "uniform 0.001 1"),
          List.of("uniform 0.36 0.38", "uniform 0.99 1.01"),
          List.of("uniform 0.00001 0.0005", "uniform 4 9"));

  private interface Slope {
    double at(double target, double output, DType half);
  }

  // log(t/o) + 1.
  private static final Slope QUOTIENT = (t, o, h) -> h.round(ln(h.round(t / o), h) + 1);

  // The same with the 1 as automatic differentiation makes it: t by t/o by o.
  private static final Slope DIFFERENTIATED =
      (t, o, h) -> {
        double quotient = h.round(t / o);
        return h.round(ln(quotient, h) + h.round(h.round(t / quotient) / o));
      };

  private static final Slope LOGARITHMS = (t, o, h) -> h.round(h.round(ln(t, h) - ln(o, h)) + 1);

  private static final Slope LOGARITHMS_1_FIRST =
      (t, o, h) -> h.round(h.round(ln(t, h) + 1) - ln(o, h));

  private static double ln(double x, DType half) {
    return half.round(Math.log(x));
  }

  private static double worst(Slope slope, List<String> range, DType dtype, Profile profile) {
    Tensor target = Generator.draw(range.get(0), dtype, Shape.of(N), 1);
    Tensor output = Generator.draw(range.get(1), dtype, Shape.of(N), 2);
    double[] result = new double[N];
    for (int i = 0; i < N; i++) {
      result[i] = slope.at(target.number(i), output.number(i), dtype);
    }
    Verdict verdict =
        Question.of("kl_divergence_target_gradient", dtype)
            .declaring(Choice.KL_GRADIENT_ZERO_TARGET, "minus_infinity")
            .declaring(Choice.SUBNORMALS, "kept")
            .input("target", target)
            .input("output", output)
            .by(profile)
            .on(Tensor.ofNumbers(dtype, Shape.of(N), result));
    return verdict.measurement().orElseThrow().worstOverBound();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void steps_stored_in_the_half_are_within_the_standard_bound(DType half) {
    for (Slope slope : List.of(QUOTIENT, DIFFERENTIATED, LOGARITHMS, LOGARITHMS_1_FIRST)) {
      for (List<String> range : RANGES) {
        double worst = worst(slope, range, half, Profile.STANDARD);
        assertThat(range.toString(), worst, lessThanOrEqualTo(0.97));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void they_leave_the_strict_one(DType half) {
    for (Slope slope : List.of(QUOTIENT, DIFFERENTIATED, LOGARITHMS, LOGARITHMS_1_FIRST)) {
      double worst = worst(slope, RANGES.get(1), half, Profile.STRICT);
      assertThat(worst, greaterThanOrEqualTo(2.0));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void a_coarser_half_and_a_difference_under_the_logarithm_leave_it(DType half) {
    Slope coarser = (t, o, h) -> QUOTIENT.at(t, o, DType.BFLOAT16);
    Slope difference = (t, o, h) -> h.round(h.round(Math.log1p(h.round(h.round(t - o) / o))) + 1);
    if (half == DType.FLOAT16) {
      assertThat(worst(coarser, RANGES.get(1), half, Profile.STANDARD), greaterThanOrEqualTo(2.0));
    }
    assertThat(worst(difference, RANGES.get(0), half, Profile.STANDARD), greaterThanOrEqualTo(2.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void the_least_number_in_place_of_a_quotient_that_rounds_to_0_leaves_it(DType half) {
    double least = half.smallestSubnormal();
    Question sixteenth =
        Question.of("kl_divergence_target_gradient", half)
            .declaring(Choice.KL_GRADIENT_ZERO_TARGET, "minus_infinity")
            .declaring(Choice.SUBNORMALS, "kept")
            .input("target", Tensor.ofNumbers(half, Shape.of(1), least))
            .input("output", Tensor.ofNumbers(half, Shape.of(1), 16));
    assertThat(sixteenth.on(half.round(Math.log(least / 16) + 1)).passed(), is(true));
    assertThat(sixteenth.on(half.round(Math.log(least) + 1)).passed(), is(false));
  }
}
