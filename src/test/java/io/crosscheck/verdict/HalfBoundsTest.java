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

  private static Verdict gradient(
      String operation, DType half, Profile profile, Tensor of, Tensor logits, double... result) {
    String input = operation.contains("cross_entropy") ? "labels" : "output_gradient";
    return Question.of(operation, half)
        .input(input, of)
        .input("logits", logits)
        .declaring(Choice.SUBNORMALS, "kept")
        .by(profile)
        .on(result);
  }

  private static double overBound(Verdict verdict) {
    return verdict.measurement().orElseThrow().worstOverBound();
  }

  /** (g − Σ g·s)·s or, of labels, Σt·s − t, with the softmax stored in the half. */
  private static double[] ofStoredSoftmax(String operation, float[] g, float[] x, DType half) {
    double[] s = rounded(HonestSoftmaxes.PAIRWISE.apply(x), half);
    float[] products = new float[g.length];
    for (int k = 0; k < g.length; k++) {
      products[k] = g[k] * (float) s[k];
    }
    float sum =
        HonestSoftmaxes.pairwise(operation.equals("softmax_gradient") ? products : g, 0, g.length);
    float[] result = new float[g.length];
    for (int k = 0; k < g.length; k++) {
      result[k] =
          operation.equals("softmax_gradient")
              ? (g[k] - sum) * (float) s[k]
              : sum * (float) s[k] - g[k];
    }
    return rounded(result, half);
  }

  /** g − exp(l)·Σ g with the log-softmax stored in the half. */
  private static double[] ofStoredLogarithms(float[] g, float[] x, DType half) {
    double[] l = rounded(HonestLosses.logSoftmax(x), half);
    float sum = HonestSoftmaxes.pairwise(g, 0, g.length);
    float[] result = new float[g.length];
    for (int k = 0; k < g.length; k++) {
      result[k] = g[k] - (float) Math.exp(l[k]) * sum;
    }
    return rounded(result, half);
  }

  @ParameterizedTest
  @CsvSource({
    "softmax_gradient, FLOAT16",
    "softmax_gradient, BFLOAT16",
    "log_softmax_gradient, FLOAT16",
    "log_softmax_gradient, BFLOAT16",
    "softmax_cross_entropy_gradient, FLOAT16",
    "softmax_cross_entropy_gradient, BFLOAT16"
  })
  void a_gradient_from_what_the_way_forward_stored_is_within_the_standard_bound(
      String operation, DType half) {
    double strict = 0;
    for (String family : FAMILIES) {
      for (int n : new int[] {2, 10, 1000}) {
        Tensor logits = Generator.draw(family, half, Shape.of(n), n);
        Tensor of = Generator.draw("normal 1", half, Shape.of(n), n + 1L);
        double[] result =
            operation.equals("log_softmax_gradient")
                ? ofStoredLogarithms(of.toFloats(), logits.toFloats(), half)
                : ofStoredSoftmax(operation, of.toFloats(), logits.toFloats(), half);
        Verdict verdict = gradient(operation, half, Profile.STANDARD, of, logits, result);
        assertThat(family + " of " + n, overBound(verdict), lessThanOrEqualTo(0.97));
        Verdict tight = gradient(operation, half, Profile.STRICT, of, logits, result);
        strict = Math.max(strict, overBound(tight));
      }
    }
    assertThat(strict, greaterThanOrEqualTo(2.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void a_stored_sigmoid_less_the_label_is_within_the_standard_bound(DType half) {
    Tensor logits = Generator.draw("uniform -12 12", half, Shape.of(1000), 1);
    for (double z : new double[] {0, 0.25, 1}) {
      double[] result = new double[1000];
      double[] labels = new double[1000];
      for (int k = 0; k < result.length; k++) {
        double sigma = half.round((float) (1 / (1 + Math.exp(-logits.number(k)))));
        result[k] = half.round((float) (sigma - z));
        labels[k] = z;
      }
      Tensor of = Tensor.ofNumbers(half, Shape.of(1000), labels);
      Verdict verdict =
          gradient("sigmoid_cross_entropy_gradient", half, Profile.STANDARD, of, logits, result);
      assertThat("label " + z, overBound(verdict), lessThanOrEqualTo(0.97));
    }
  }
}
