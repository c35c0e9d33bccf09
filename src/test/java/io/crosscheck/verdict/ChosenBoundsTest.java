package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bounds follow the choices: a rounded result passes under each value. The exact values are mpmath
 * 1.3's, at 50 digits.
 */
class ChosenBoundsTest {

  // ln(1 + e^-1 + e^-2), the loss of the last of the logits 1, 2, 3.
  private static final double LOSS_OF_LAST = 0.40760596444438030;

  private static final Question SPARSE =
      Question.of("sparse_softmax_cross_entropy_with_logits", DType.FLOAT32);

  private static Tensor scalar(DType dtype, double value) {
    return Tensor.ofNumbers(dtype, Shape.of(), value);
  }

  @ParameterizedTest
  @EnumSource
  void the_loss_of_a_label_that_wraps_may_be_rounded(Profile profile) {
    Question last = SPARSE.input("logits", "[[1, 2, 3]]").labels("labels", "[-1]").by(profile);
    Verdict verdict = last.on(LOSS_OF_LAST);
    assertThat(verdict.message(), verdict.passed());
    assertThat(verdict.observed().get(Choice.SPARSE_LABEL_NEGATIVE), is("wraps"));
    assertThat(last.on(LOSS_OF_LAST + 1e-5).passed(), is(false));
  }

  @Test
  void a_step_whose_label_wraps_may_be_rounded() {
    Question steps =
        Question.of("sequence_loss", DType.FLOAT32)
            .input("logits", "[[[1, 2, 3]]]")
            .labels("targets", "[[-1]]")
            .input("weights", "[[1]]");
    assertThat(steps.onScalar(LOSS_OF_LAST).passed(), is(true));
    assertThat(steps.onScalar(LOSS_OF_LAST + 1e-5).passed(), is(false));
  }

  @Test
  void a_label_that_wraps_counts_with_the_weight_of_its_class() {
    Question mean =
        SPARSE
            .input("logits", "[[1, 2, 3], [1, 2, 3]]")
            .labels("labels", "[-1, 0]")
            .input("class_weights", "[1, 2, 4]")
            .attribute("reduction", "mean")
            .declaring(Choice.SPARSE_LABEL_NEGATIVE, "wraps")
            .declaring(Choice.WEIGHTED_MEAN_DENOMINATOR, "sum_of_weights");
    // (4·l + (l + 2)) / 5
    assertThat(mean.onScalar(0.80760596444438030).message(), is(""));
    assertThat(mean.onScalar(4.0380298222219).passed(), is(false));
  }

  @ParameterizedTest
  @EnumSource
  void a_weighted_sum_divided_by_the_count_may_be_rounded(Profile profile) {
    Question mean =
        SPARSE
            .input("logits", "[[1, 2, 3], [1, 2, 3], [1, 2, 3]]")
            .labels("labels", "[0, 1, 2]")
            .input("class_weights", "[1e4, 1e4, 0]")
            .attribute("reduction", "mean")
            .by(profile);
    Verdict verdict = mean.on(scalar(DType.FLOAT32, 12717.3730962959));
    assertThat(verdict.message(), verdict.passed());
    assertThat(verdict.observed().get(Choice.WEIGHTED_MEAN_DENOMINATOR), is("count"));
  }

  @Test
  void the_logarithm_of_a_probability_far_below_the_clip_may_be_rounded() {
    // −ln 1e-300, rounded
    double loss = 690.7755278982137;
    Question rows =
        Question.of("categorical_cross_entropy", DType.FLOAT64)
            .input("target", "[[1, 0]]")
            .input("output", "[[1e-300, 1]]")
            .by(Profile.STRICT);
    assertThat(rows.on(loss).message(), is(""));
    assertThat(rows.on(loss).observed().get(Choice.PROBABILITIES_GUARD), is("none"));
    Question elements =
        Question.of("binary_cross_entropy", DType.FLOAT64)
            .input("target", "[1]")
            .input("output", "[1e-300]")
            .by(Profile.STRICT);
    assertThat(elements.on(loss).message(), is(""));
    Question far = elements.declaring(Choice.PROBABILITIES_GUARD, "none");
    assertThat(far.on(loss * (1 + 1e-14)).passed(), is(false));
  }

  @Test
  void the_loss_of_a_uniform_softmax_of_no_finite_logit_may_be_rounded() {
    Question uniform =
        Question.of("softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("labels", "[[1, 0]]")
            .input("logits", "[[-Infinity, -Infinity]]")
            .declaring(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, "uniform");
    // ln 2
    assertThat(uniform.on(0.69314718055994531).message(), is(""));
    assertThat(uniform.on(0.6932).passed(), is(false));
  }
}
