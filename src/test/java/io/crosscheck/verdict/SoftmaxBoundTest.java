package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The standard bound of softmax: honest float32 programs stay inside, wrong ones leave it. */
class SoftmaxBoundTest {

  private static final List<String> FAMILIES =
      List.of(
          "normal 0.1",
          "normal 1",
          "normal 5",
          "normal 30",
          "uniform -1 1",
          "sorted 5",
          "dominant 40",
          "dominant 95",
          "equal 0",
          "offset 1e4",
          "alternating 88",
          "stagnation -16.6356");

  private static double worst(String operation, UnaryOperator<float[]> program, int n) {
    double worst = 0;
    for (String family : FAMILIES) {
      Tensor logits = Generator.draw(family, DType.FLOAT32, Shape.of(n), n);
      float[] result = program.apply(logits.toFloats());
      Verdict verdict =
          Question.of(operation, DType.FLOAT32)
              .input("logits", logits)
              .declaring(Choice.SUBNORMALS, "kept")
              .on(Tensor.ofFloats(Shape.of(n), result));
      worst = Math.max(worst, overBound(verdict, result));
      assertThat(family, verdict.passed(), is(overBound(verdict, result) <= 1));
    }
    return worst;
  }

  /** err/bound; infinite where a failed result holds an infinity or NaN, which has no error. */
  private static double overBound(Verdict verdict, float[] result) {
    for (float y : result) {
      if (!verdict.passed() && !Float.isFinite(y)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return verdict.measurement().orElseThrow().worstOverBound();
  }

  @ParameterizedTest
  @EnumSource
  void honest_softmaxes_stay_within_97_hundredths(HonestSoftmaxes program) {
    for (int n : new int[] {2, 10, 100, 1000}) {
      assertThat("n = " + n, worst("softmax", program, n), lessThanOrEqualTo(0.97));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PAIRWISE", "BLOCKS"})
  void blocked_sums_stay_within_97_hundredths_of_many_classes(HonestSoftmaxes program) {
    assertThat(worst("softmax", program, 32768), lessThanOrEqualTo(0.97));
  }

  @ParameterizedTest
  @EnumSource(names = "SEQUENTIAL_SUM", mode = EnumSource.Mode.EXCLUDE)
  void wrong_softmaxes_leave_twice_the_bound(WrongSoftmaxes program) {
    for (int n : new int[] {10, 100, 1000}) {
      assertThat("n = " + n, worst("softmax", program, n), greaterThanOrEqualTo(2.0));
    }
  }

  @Test
  void one_chain_of_additions_leaves_twice_the_bound_only_where_it_is_long() {
    assertThat(worst("softmax", WrongSoftmaxes.SEQUENTIAL_SUM, 100), lessThanOrEqualTo(0.97));
    assertThat(worst("softmax", WrongSoftmaxes.SEQUENTIAL_SUM, 32768), greaterThanOrEqualTo(2.0));
  }

  @Test
  void the_logarithm_of_a_softmax_leaves_twice_the_bound_of_log_softmax() {
    for (int n : new int[] {10, 100, 1000}) {
      double worst = worst("log_softmax", WrongSoftmaxes::logOfSoftmax, n);
      assertThat("n = " + n, worst, greaterThanOrEqualTo(2.0));
    }
  }
}
