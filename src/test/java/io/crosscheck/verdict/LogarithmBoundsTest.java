package io.crosscheck.verdict;

import static io.crosscheck.verdict.FloatFunctions.denominator;
import static io.crosscheck.verdict.FloatFunctions.each;
import static io.crosscheck.verdict.FloatFunctions.exp;
import static io.crosscheck.verdict.FloatFunctions.fastExp;
import static io.crosscheck.verdict.FloatFunctions.ln;
import static io.crosscheck.verdict.FloatFunctions.max;
import static io.crosscheck.verdict.FloatFunctions.sum;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standard bounds of log_softmax, log_sum_exp and cross-entropy: honest float32 programs stay
 * within 97 hundredths, wrong ones leave twice the bound.
 */
class LogarithmBoundsTest {

  private static final int[] LENGTHS = {2, 10, 100, 1000};

  static Stream<Named<UnaryOperator<float[]>>> honestLogSoftmaxes() {
    return Stream.of(
        Named.of("x - max - ln s", HonestLosses::logSoftmax),
        Named.of(
            "x - max - ln s, s in float64",
            x -> {
              float max = max(x);
              float log = ln(HonestSoftmaxes.FLOAT64_SUM.sum(each(x, v -> exp(v - max))));
              return each(x, v -> v - max - log);
            }),
        Named.of(
            "x - max - log1p of the sum without the maximum",
            x -> {
              float max = max(x);
              float[] e = each(x, v -> exp(v - max));
              for (int k = 0; k < e.length; k++) {
                if (e[k] == 1) {
                  e[k] = 0;
                  break;
                }
              }
              float log = (float) Math.log1p(sum(e));
              return each(x, v -> v - max - log);
            }));
  }

  @ParameterizedTest
  @MethodSource("honestLogSoftmaxes")
  void honest_log_softmaxes_stay_inside(UnaryOperator<float[]> program) {
    for (int n : LENGTHS) {
      double worst = WorstOfDraws.of("log_softmax").elementwise(program, n);
      assertThat("n = " + n, worst, lessThanOrEqualTo(0.97));
    }
  }

  static Stream<Named<UnaryOperator<float[]>>> wrongLogSoftmaxes() {
    return Stream.of(
        Named.of("ln of the softmax", WrongSoftmaxes::logOfSoftmax),
        Named.of(
            "ln of the clipped softmax", x -> each(WrongSoftmaxes.CLIPPED.apply(x), v -> ln(v))),
        Named.of(
            "x - (max + ln s), large offsets",
            x -> {
              float lse = max(x) + ln(denominator(x, v -> exp(v)));
              return each(x, v -> v - lse);
            }),
        Named.of(
            "an exponential 1e-4 off",
            x -> {
              float max = max(x);
              float log = ln(denominator(x, v -> fastExp(v)));
              return each(x, v -> v - max - log);
            }));
  }

  @ParameterizedTest
  @MethodSource("wrongLogSoftmaxes")
  void wrong_log_softmaxes_leave_twice_the_bound(UnaryOperator<float[]> program) {
    for (int n : new int[] {10, 100}) {
      double worst = WorstOfDraws.of("log_softmax").elementwise(program, n);
      assertThat("n = " + n, worst, greaterThanOrEqualTo(2.0));
    }
  }

  static Stream<Named<Function<float[], Float>>> honestLogSumExps() {
    return Stream.of(
        Named.of("max + ln s", x -> max(x) + ln(denominator(x, v -> exp(v)))),
        Named.of(
            "max + ln s in float64",
            x -> {
              double max = max(x);
              double s = 0;
              for (float v : x) {
                s += Math.exp(v - max);
              }
              return (float) (max + Math.log(s));
            }));
  }

  @ParameterizedTest
  @MethodSource("honestLogSumExps")
  void honest_log_sum_exps_stay_inside(Function<float[], Float> program) {
    for (int n : LENGTHS) {
      double worst = WorstOfDraws.of("log_sum_exp").reduced(program, n);
      assertThat("n = " + n, worst, lessThanOrEqualTo(0.97));
    }
  }

  static Stream<Named<Function<float[], Float>>> wrongLogSumExps() {
    return Stream.of(
        Named.of("without the shift", x -> ln(sum(each(x, v -> exp(v))))),
        Named.of("an exponential 1e-4 off", x -> max(x) + ln(denominator(x, v -> fastExp(v)))),
        Named.of("the maximum alone", FloatFunctions::max));
  }

  @ParameterizedTest
  @MethodSource("wrongLogSumExps")
  void wrong_log_sum_exps_leave_twice_the_bound(Function<float[], Float> program) {
    for (int n : new int[] {10, 100}) {
      double worst = WorstOfDraws.of("log_sum_exp").reduced(program, n);
      assertThat("n = " + n, worst, greaterThanOrEqualTo(2.0));
    }
  }

  /** The cross-entropy of the label that is the last class. */
  private static WorstOfDraws lastOf(int n) {
    Tensor label = Tensor.ofIntegers(DType.INT64, Shape.of(), n - 1L);
    return WorstOfDraws.of(
        Question.of("sparse_softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("labels", label));
  }

  private static float last(float[] values) {
    return values[values.length - 1];
  }

  static Stream<Named<Function<float[], Float>>> honestCrossEntropies() {
    return Stream.of(
        Named.of("minus the log-softmax", x -> -last(HonestLosses.logSoftmax(x))),
        Named.of("ln s - (x - max)", x -> ln(denominator(x, v -> exp(v))) - (last(x) - max(x))));
  }

  @ParameterizedTest
  @MethodSource("honestCrossEntropies")
  void honest_cross_entropies_stay_inside(Function<float[], Float> program) {
    for (int n : LENGTHS) {
      assertThat("n = " + n, lastOf(n).reduced(program, n), lessThanOrEqualTo(0.97));
    }
  }

  static Stream<Named<Function<float[], Float>>> wrongCrossEntropies() {
    return Stream.of(
        Named.of("of the clipped softmax", x -> -ln(last(WrongSoftmaxes.CLIPPED.apply(x)))),
        Named.of("of the softmax", x -> -last(WrongSoftmaxes.logOfSoftmax(x))),
        Named.of(
            "of a softmax of the softmax",
            x -> -last(HonestLosses.logSoftmax(HonestSoftmaxes.PAIRWISE.apply(x)))),
        Named.of(
            "(max + ln s) - x, large offsets",
            x -> max(x) + ln(denominator(x, v -> exp(v))) - last(x)));
  }

  @ParameterizedTest
  @MethodSource("wrongCrossEntropies")
  void wrong_cross_entropies_leave_twice_the_bound(Function<float[], Float> program) {
    for (int n : new int[] {10, 100}) {
      assertThat("n = " + n, lastOf(n).reduced(program, n), greaterThanOrEqualTo(2.0));
    }
  }
}
