package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.LogSumExp;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Softmax;
import io.crosscheck.operation.SoftmaxCrossEntropyWithLogits;
import io.crosscheck.tensor.DType;
import org.junit.jupiter.api.Test;

/** Slopes by formula with mpmath 1.3, s the softmax of the logits. */
class SlopesTest {

  private static final Question LOGITS =
      Question.of("softmax_gradient", DType.FLOAT32).input("logits", "[1, 2, 3]");

  @Test
  void results_are_weighted_by_the_output_gradient() {
    Question gradient = LOGITS.input("output_gradient", "[1, -2, 4]").attribute("axis", 0L);
    // (g - sum of g s) s
    assertSlopes(
        gradient, new Softmax(), -0.11357694007393391, -1.0429195454993494, 1.1564964855732833);
  }

  @Test
  void without_one_they_are_added_up() {
    assertSlopes(
        LOGITS, new LogSumExp(), 0.09003057317038046, 0.24472847105479765, 0.6652409557748219);
  }

  @Test
  void the_other_inputs_stay_as_they_are() {
    Question gradient = LOGITS.input("labels", "[0.25, 0.25, 0.5]");
    // s - labels
    assertSlopes(
        gradient,
        new SoftmaxCrossEntropyWithLogits(),
        -0.15996942682961954,
        -0.0052715289452023475,
        0.1652409557748219);
  }

  private static void assertSlopes(Question gradient, Operation operation, double... expected) {
    double[] slopes = new Slopes(gradient.request(), operation, "logits").values();
    assertThat(slopes.length, is(expected.length));
    for (int i = 0; i < expected.length; i++) {
      assertThat(slopes[i], closeTo(expected[i], Slopes.ERROR));
    }
  }
}
