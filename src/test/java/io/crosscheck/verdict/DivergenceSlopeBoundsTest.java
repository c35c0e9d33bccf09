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
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standard bound of the divergence's gradient for its target: float32 programs of each honest
 * form stay inside, those with one mistake leave it.
 */
class DivergenceSlopeBoundsTest {

  private static final int N = 2000;

  private interface Slope {
    float at(float target, float output);
  }

  private static float ln(float x) {
    return (float) Math.log(x);
  }

  /** t·(1/t), which need not be 1. */
  private static float one(float t) {
    return t * (1 / t);
  }

  private static double worst(Slope slope, String targets, String outputs) {
    Tensor target = Generator.draw(targets, DType.FLOAT32, Shape.of(N), 1);
    Tensor output = Generator.draw(outputs, DType.FLOAT32, Shape.of(N), 2);
    float[] result = output.toFloats();
    for (int i = 0; i < N; i++) {
      result[i] = slope.at((float) target.number(i), result[i]);
    }
    Verdict verdict =
        Question.of("kl_divergence_target_gradient", DType.FLOAT32)
            .declaring(Choice.KL_GRADIENT_ZERO_TARGET, "minus_infinity")
            .declaring(Choice.SUBNORMALS, "kept")
            .input("target", target)
            .input("output", output)
            .on(Tensor.ofFloats(Shape.of(N), result));
    double over = verdict.measurement().orElseThrow().worstOverBound();
    assertThat(verdict.passed(), is(over <= 1));
    return over;
  }

  static Stream<Named<Slope>> honest() {
    return Stream.of(
        Named.of("ln(t/o) + 1", (t, o) -> ln(t / o) + 1),
        Named.of("ln t - ln o + 1", (t, o) -> ln(t) - ln(o) + 1),
        Named.of("ln t + 1 - ln o", (t, o) -> ln(t) + 1 - ln(o)),
        Named.of("ln t + t (1/t) - ln o", (t, o) -> ln(t) + one(t) - ln(o)),
        Named.of("ln(t/o) + t (1/(t/o)) (1/o)", (t, o) -> ln(t / o) + t * (1 / (t / o)) * (1 / o)),
        Named.of("1 - ln(o/t)", (t, o) -> 1 - ln(o / t)));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void honest_slopes_stay_within_97_hundredths(Slope slope) {
    for (String targets : new String[] {"uniform 0.001 1", "uniform 0 1e-10", "uniform 1 1e10"}) {
      for (String outputs : new String[] {"uniform 0.001 1", "uniform 0 1e-10", "uniform 1 1e10"}) {
        assertThat(worst(slope, targets, outputs), lessThanOrEqualTo(0.97));
      }
    }
    assertThat(worst(slope, "uniform 0.36 0.38", "uniform 0.99 1.01"), lessThanOrEqualTo(0.97));
  }

  static Stream<Named<Slope>> wrong() {
    return Stream.of(
        Named.of("the 1 left out", (t, o) -> ln(t / o)),
        Named.of("output by target", (t, o) -> ln(o / t) + 1),
        Named.of("to base 2", (t, o) -> (float) (Math.log(t / o) / Math.log(2)) + 1),
        Named.of("an epsilon", (t, o) -> ln((t + 1e-5f) / (o + 1e-5f)) + 1),
        Named.of("for the output", (t, o) -> -t / o),
        Named.of("a logarithm in float16", (t, o) -> (float) DType.FLOAT16.round(ln(t / o)) + 1));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrong_slopes_leave_twice_the_bound(Slope slope) {
    double over = worst(slope, "uniform 0.001 1", "uniform 0.001 1");
    assertThat(over, greaterThanOrEqualTo(2.0));
  }
}
