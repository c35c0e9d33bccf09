package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;

/** A subnormal probability has few digits, and so has the mean of gradients that it weights. */
class JacobianUnderflowTest {

  private static final double ETA = 0x1p-149;

  // exp(-100) is 26.55 eta, and (g − Σ g·s)·s of these gradients 100 times that, with either sign.
  private static final Question QUESTION =
      Question.of("softmax_gradient", DType.FLOAT32)
          .input("logits", "[0, -100]")
          .input("output_gradient", "[0, -100]")
          .declaring(Choice.SUBNORMALS, "kept");

  @Test
  void a_mean_of_probabilities_held_in_float32_is_within_the_bound() {
    Verdict verdict = QUESTION.on(2700 * ETA, -2700 * ETA);
    assertThat(verdict.message(), verdict.passed(), is(true));
    // 100 last units of the probability, and 2 eta.
    assertThat(verdict.measurement().orElseThrow().worstOverBound(), closeTo(45.3 / 102, 0.01));
  }

  @Test
  void a_mean_that_loses_five_units_is_not() {
    assertThat(QUESTION.on(3200 * ETA, -2700 * ETA).passed(), is(false));
  }
}
