package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The bounds of float16 and bfloat16: float32 rounded once fits the strict one, exponentials stored
 * in the half the standard one, and sums in the half leave it.
 */
class HalfBoundsTest {

  private static final List<String> FAMILIES =
      List.of("normal 0.1", "normal 1", "normal 5", "uniform -1 1", "dominant 8", "equal 0");

  private interface Program {
    double[] apply(float[] logits, DType half);
  }

  private static double worst(
      String operation, DType half, Profile profile, Program program, int n) {
    double worst = 0;
    for (String family : FAMILIES) {
      Tensor logits = Generator.draw(family, half, Shape.of(n), n);
      Verdict verdict =
          Question.of(operation, half)
              .input("logits", logits)
              .declaring(Choice.SUBNORMALS, "kept")
              .by(profile)
              .on(program.apply(logits.toFloats(), half));
      worst = Math.max(worst, verdict.measurement().orElseThrow().worstOverBound());
    }
    return worst;
  }

  private static double[] rounded(float[] values, DType half) {
    double[] rounded = new double[values.length];
    for (int k = 0; k < rounded.length; k++) {
      rounded[k] = half.round(values[k]);
    }
    return rounded;
  }

  /** Shifted logits and exponentials stored in the half, their sum in float32. */
  private static double[] stored(float[] logits, DType half) {
    float[] e = exponentials(logits, half);
    float sum = HonestSoftmaxes.pairwise(e, 0, e.length);
    for (int k = 0; k < e.length; k++) {
      e[k] /= sum;
    }
    return rounded(e, half);
  }

  /** The same with a sum of {@code lanes} chains that are rounded to the half at each addition. */
  private static double[] summed(float[] logits, DType half, int lanes) {
    float[] e = exponentials(logits, half);
    double[] sums = new double[lanes];
    for (int k = 0; k < e.length; k++) {
      sums[k % lanes] = half.round(sums[k % lanes] + e[k]);
    }
    double sum = 0;
    for (double lane : sums) {
      sum = half.round(sum + lane);
    }
    for (int k = 0; k < e.length; k++) {
      e[k] /= (float) sum;
    }
    return rounded(e, half);
  }

  private static float[] exponentials(float[] logits, DType half) {
    float max = WrongSoftmaxes.TWICE.max(logits);
    float[] e = new float[logits.length];
    for (int k = 0; k < e.length; k++) {
      e[k] = (float) half.round((float) Math.exp(logits[k] - max));
    }
    return e;
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void float32_rounded_once_is_within_the_strict_bound(DType half) {
    for (int n : new int[] {2, 10, 1000}) {
      Program softmax = (x, h) -> rounded(HonestSoftmaxes.PAIRWISE.apply(x), h);
      assertThat(worst("softmax", half, Profile.STRICT, softmax, n), lessThan(1.0));
      assertThat(worst("softmax", half, Profile.STANDARD, softmax, n), lessThanOrEqualTo(0.97));
      Program logSoftmax = (x, h) -> rounded(HonestLosses.logSoftmax(x), h);
      assertThat(worst("log_softmax", half, Profile.STRICT, logSoftmax, n), lessThan(1.0));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void exponentials_stored_in_the_half_are_within_the_standard_bound(DType half) {
    for (int n : new int[] {2, 10, 1000}) {
      double worst = worst("softmax", half, Profile.STANDARD, HalfBoundsTest::stored, n);
      assertThat(worst, lessThanOrEqualTo(0.97));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 1, 1000",
    "FLOAT16, 1, 4096",
    "BFLOAT16, 1, 1000",
    "FLOAT16, 16, 4096",
    "BFLOAT16, 16, 4096"
  })
  void sums_in_the_half_leave_twice_the_standard_bound(DType half, int lanes, int n) {
    double worst = worst("softmax", half, Profile.STANDARD, (x, h) -> summed(x, h, lanes), n);
    assertThat(worst, greaterThanOrEqualTo(2.0));
  }
}
