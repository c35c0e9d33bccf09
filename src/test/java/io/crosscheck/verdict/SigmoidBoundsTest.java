package io.crosscheck.verdict;

import static io.crosscheck.verdict.FloatFunctions.each;
import static io.crosscheck.verdict.FloatFunctions.exp;
import static io.crosscheck.verdict.FloatFunctions.fastExp;
import static io.crosscheck.verdict.FloatFunctions.ln;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standard bounds of sigmoid, sigmoid cross-entropy and its gradient: honest float32 programs
 * stay within 97 hundredths, wrong ones leave twice the bound.
 */
class SigmoidBoundsTest {

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
