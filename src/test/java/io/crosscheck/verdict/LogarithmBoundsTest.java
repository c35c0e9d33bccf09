package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standard bounds of log_softmax, log_sum_exp, cross-entropy, sigmoid and sigmoid
 * cross-entropy: honest float32 programs stay within 97 hundredths, wrong ones leave twice the
 * bound.
 */
class LogarithmBoundsTest {

  private static final int[] LENGTHS = {2, 10, 100, 1000};

  private static float exp(float x) {
    return (float) Math.exp(x);
  }

  private static float fastExp(float x) {
    return WrongSoftmaxes.FAST_EXP.exp(x);
  }

  private static float ln(float x) {
    return (float) Math.log(x);
  }

  private static float max(float[] x) {
    return WrongSoftmaxes.TWICE.max(x);
  }

  private static float sum(float[] terms) {
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  private interface Scalar {
    float apply(float x);
  }

  private static float[] each(float[] x, Scalar function) {
    float[] y = x.clone();
    for (int k = 0; k < y.length; k++) {
      y[k] = function.apply(x[k]);
    }
    return y;
  }

  /** Σ exp(x − max) with that exponential. */
  private static float denominator(float[] x, Scalar exp) {
    float max = max(x);
    return sum(each(x, value -> exp.apply(value - max)));
  }

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
        Named.of("the maximum alone", LogarithmBoundsTest::max));
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

  private static final WorstOfDraws SIGMOID =
      WorstOfDraws.of("sigmoid")
          .of("normal 0.1", "normal 1", "normal 5", "normal 30", "uniform -100 100", "equal 0");

  static Stream<Named<UnaryOperator<float[]>>> honestSigmoids() {
    return Stream.of(
        Named.of("1/(1 + exp(-x))", x -> each(x, v -> 1 / (1 + exp(-v)))),
        Named.of(
            "exp(x)/(1 + exp(x)) where x < 0",
            x -> each(x, v -> v < 0 ? exp(v) / (1 + exp(v)) : 1 / (1 + exp(-v)))));
  }

  @ParameterizedTest
  @MethodSource("honestSigmoids")
  void honest_sigmoids_stay_inside(UnaryOperator<float[]> program) {
    // Where exp(-x) overflows, beyond -88.7, only the second is right.
    WorstOfDraws all = SIGMOID.of("normal 0.1", "normal 1", "normal 5", "uniform -88 88");
    assertThat(all.elementwise(program, 1000), lessThanOrEqualTo(0.97));
  }

  static Stream<Named<UnaryOperator<float[]>>> wrongSigmoids() {
    return Stream.of(
        Named.of("1/(1 + exp(-x)) beyond -88.7", x -> each(x, v -> 1 / (1 + exp(-v)))),
        Named.of("exp(x)/(1 + exp(x))", x -> each(x, v -> exp(v) / (1 + exp(v)))),
        Named.of("(1 + tanh(x/2))/2", x -> each(x, v -> 0.5f * (1 + (float) Math.tanh(0.5f * v)))),
        Named.of("an exponential 1e-4 off", x -> each(x, v -> 1 / (1 + fastExp(-v)))));
  }

  @ParameterizedTest
  @MethodSource("wrongSigmoids")
  void wrong_sigmoids_leave_twice_the_bound(UnaryOperator<float[]> program) {
    assertThat(SIGMOID.elementwise(program, 1000), greaterThanOrEqualTo(2.0));
  }

  private static WorstOfDraws sigmoidCrossEntropy(float label, int n) {
    float[] labels = new float[n];
    Arrays.fill(labels, label);
    Question question =
        Question.of("sigmoid_cross_entropy_with_logits", DType.FLOAT32)
            .input("labels", Tensor.ofFloats(Shape.of(n), labels))
            .declaring(Choice.SIGMOID_CROSS_ENTROPY_INFINITE, "exact");
    return WorstOfDraws.of(question)
        .of("normal 0.1", "normal 1", "normal 5", "normal 30", "uniform -100 100", "equal 0");
  }

  private static float softplus(float x) {
    return Math.max(x, 0) + (float) Math.log1p(exp(-Math.abs(x)));
  }

  private interface BinaryLoss {
    float apply(float label, float x);
  }

  static Stream<Named<BinaryLoss>> honestSigmoidCrossEntropies() {
    return Stream.of(
        Named.of(
            "max(x, 0) - xz + log1p(exp(-|x|))",
            (z, x) -> Math.max(x, 0) - x * z + (float) Math.log1p(exp(-Math.abs(x)))),
        Named.of(
            "z softplus(-x) + (1 - z) softplus(x)",
            (z, x) -> z * softplus(-x) + (1 - z) * softplus(x)));
  }

  @ParameterizedTest
  @MethodSource("honestSigmoidCrossEntropies")
  void honest_sigmoid_cross_entropies_stay_inside(BinaryLoss loss) {
    for (float z : new float[] {0, 0.3f, 1}) {
      double worst =
          sigmoidCrossEntropy(z, 1000).elementwise(x -> each(x, v -> loss.apply(z, v)), 1000);
      assertThat("label " + z, worst, lessThanOrEqualTo(0.97));
    }
  }

  private static float sigmoid(float x) {
    return 1 / (1 + exp(-x));
  }

  static Stream<Named<BinaryLoss>> wrongSigmoidCrossEntropies() {
    return Stream.of(
        Named.of("ln of the sigmoid", (z, x) -> -z * ln(sigmoid(x)) - (1 - z) * ln(1 - sigmoid(x))),
        Named.of("ln(1 + exp(x))", (z, x) -> z * ln(1 + exp(-x)) + (1 - z) * ln(1 + exp(x))),
        Named.of(
            "ln of the clipped sigmoid",
            (z, x) -> {
              float p = Math.min(Math.max(sigmoid(x), 1e-7f), 1 - 1e-7f);
              return -z * ln(p) - (1 - z) * ln(1 - p);
            }));
  }

  @ParameterizedTest
  @MethodSource("wrongSigmoidCrossEntropies")
  void wrong_sigmoid_cross_entropies_leave_twice_the_bound(BinaryLoss loss) {
    double worst =
        sigmoidCrossEntropy(1, 1000).elementwise(x -> each(x, v -> loss.apply(1, v)), 1000);
    assertThat(worst, greaterThanOrEqualTo(2.0));
  }

  static Stream<Named<BinaryLoss>> honestSlopes() {
    return Stream.of(
        Named.of("sigmoid(x) - z", (z, x) -> sigmoid(x) - z),
        Named.of(
            "(1 - z) sigmoid(x) - z sigmoid(-x)", (z, x) -> (1 - z) * sigmoid(x) - z * sigmoid(-x)),
        Named.of(
            "the same, sigmoid(-x) as exp(-x - softplus(-x))",
            (z, x) -> (1 - z) * sigmoid(x) - z * exp(-x - softplus(-x))));
  }

  @ParameterizedTest
  @MethodSource("honestSlopes")
  void honest_slopes_of_sigmoid_cross_entropies_stay_inside(BinaryLoss slope) {
    for (float z : new float[] {0, 0.3f, 1}) {
      float[] labels = new float[1000];
      Arrays.fill(labels, z);
      Question question =
          Question.of("sigmoid_cross_entropy_gradient", DType.FLOAT32)
              .input("labels", Tensor.ofFloats(Shape.of(1000), labels));
      double worst =
          WorstOfDraws.of(question)
              .of("normal 0.1", "normal 5", "uniform -80 80", "equal 0")
              .elementwise(x -> each(x, v -> slope.apply(z, v)), 1000);
      assertThat("label " + z, worst, lessThanOrEqualTo(0.97));
    }
  }
}
