package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import io.crosscheck.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-checked values of the losses. */
abstract class LossContract extends BackendContract {

  @Test
  void categorical_cross_entropy_of_probabilities_divides_clips_and_takes_logarithms() {
    Tensor target = float64("[[0, 1], [1, 0], [0, 1], [1, 0]]");
    Tensor output = float64("[[1, 3], [0, 2], [0, 2], [0, 0]]");
    Tensor loss = compute("categorical_cross_entropy", Map.of("target", target, "output", output));
    close(loss, "[0.287682072452, 16.118095650958, 1.00000005e-7, NaN]", 1e-12);
  }

  @Test
  void dense_cross_entropy_broadcasts_and_smooths_labels() {
    Map<String, Tensor> inputs =
        Map.of("labels", float64("[[1, 0]]"), "logits", float64("[[0, 0], [1, 0], [0, 1]]"));
    close(
        compute("softmax_cross_entropy_with_logits", inputs),
        "[0.693147180560, 0.313261687518, 1.313261687518]",
        1e-12);
    close(
        compute("softmax_cross_entropy_with_logits", inputs, "label_smoothing", 0.5),
        "[0.693147180560, 0.563261687518, 1.063261687518]",
        1e-12);
    close(
        compute("softmax_cross_entropy_with_logits", inputs, "reduction", "mean"),
        "0.773223518532",
        1e-12);
  }

  @Test
  void a_label_of_zero_at_minus_infinity_is_nan() {
    Map<String, Tensor> inputs =
        Map.of("labels", float32("[1, 0]"), "logits", float32("[0, -Infinity]"));
    close(compute("softmax_cross_entropy_with_logits", inputs), "NaN", 0);
  }

  @Test
  void sparse_cross_entropy_weighs_ignores_and_divides_by_the_weights_left() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            ints("[0, 1, 1]"),
            "logits",
            float64("[[0, 0], [0, 0], [NaN, 0]]"),
            "class_weights",
            float64("[1, 3]"));
    String operation = "sparse_softmax_cross_entropy_with_logits";
    close(compute(operation, inputs), "[0.693147180560, 2.079441541680, NaN]", 1e-12);
    close(
        compute(operation, inputs, "ignore_index", 1L, "reduction", "mean"),
        "0.693147180560",
        1e-12);
    close(compute(operation, inputs, "ignore_index", 1L), "[0.693147180560, 0, 0]", 1e-12);
    Map<String, Tensor> one = Map.of("labels", ints("[0]"), "logits", float64("[[1, 0]]"));
    close(compute(operation, one, "label_smoothing", 0.5), "[0.563261687518]", 1e-12);
    close(compute(operation, one, "ignore_index", 0L, "reduction", "mean"), "NaN", 1e-12);
  }

  @Test
  void binary_cross_entropy_clips_and_smooths() {
    Map<String, Tensor> inputs =
        Map.of("target", float64("[1, 1, 0, 0, 1]"), "output", float64("[0, 1, 1, 0, 0.25]"));
    close(
        compute("binary_cross_entropy", inputs),
        "[16.118095650958, 1.00000005e-7, 16.118095650958, 1.00000005e-7, 1.386294361120]",
        1e-12);
    Map<String, Tensor> half = Map.of("target", float64("[1]"), "output", float64("[0.25]"));
    // 0.75·ln 4 + 0.25·ln(4/3)
    close(compute("binary_cross_entropy", half, "label_smoothing", 0.5), "[1.111641288953]", 1e-12);
  }

  @Test
  void sigmoid_cross_entropy_takes_its_limits_and_weighs_positives() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            float64("[1, 0, 1, 0, 1, 0, 1]"),
            "logits",
            float64("[Infinity, Infinity, -Infinity, -Infinity, 0, NaN, -1000]"));
    close(
        compute("sigmoid_cross_entropy_with_logits", inputs),
        "[0, Infinity, Infinity, 0, 0.693147180560, NaN, 1000]",
        1e-12);
    Map<String, Tensor> weighted =
        Map.of(
            "labels", float64("[1, 0]"),
            "logits", float64("[0, 0]"),
            "pos_weight", float64("[3, 3]"));
    close(
        compute("sigmoid_cross_entropy_with_logits", weighted),
        "[2.079441541680, 0.693147180560]",
        1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "sum, 16",
    "mean, 4",
    "weighted_mean, 2.6666666666666665",
    "mean_over_nonzero_weights, 5.333333333333333"
  })
  void reduce_loss_divides_as_it_is_told(String reduction, double expected) {
    Map<String, Tensor> inputs =
        Map.of("loss", float64("[1, 2, 4, NaN]"), "weights", float64("[2, 1, 3, 0]"));
    Tensor result = compute("reduce_loss", inputs, "reduction", reduction);
    assertThat(result.number(0), equalTo(expected));
  }

  @Test
  void reduce_loss_of_nothing_is_nan_as_a_mean_and_zero_as_a_sum() {
    Map<String, Tensor> nothing = Map.of("loss", float64("[]"));
    assertThat(compute("reduce_loss", nothing).number(0), equalTo(Double.NaN));
    assertThat(compute("reduce_loss", nothing, "reduction", "sum").number(0), equalTo(0.0));
  }

  @Test
  void sequence_loss_divides_by_the_weights_of_the_axes_averaged() {
    Map<String, Tensor> inputs =
        Map.of(
            "logits",
            float64("[[[0, 0], [1, 0]], [[0, 0], [NaN, 0]]]"),
            "targets",
            ints("[[0, 0], [1, 0]]"),
            "weights",
            float64("[[1, 1], [2, 0]]"));
    close(compute("sequence_loss", inputs), "0.598175807300", 1e-12);
    close(
        compute("sequence_loss", inputs, "average_across_batch", false),
        "[0.503204434039, 0.693147180560]",
        1e-12);
    close(
        compute("sequence_loss", inputs, "average_across_timesteps", false),
        "[0.693147180560, 0.313261687518]",
        1e-12);
    close(
        compute(
            "sequence_loss",
            inputs,
            "average_across_timesteps",
            false,
            "average_across_batch",
            false),
        "[[0.693147180560, 0.313261687518], [1.386294361120, 0]]",
        1e-12);
  }

  @Test
  void likelihoods_are_gathered_weighed_and_averaged_by_the_weights_left() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            ints("[0, 1, 2]"),
            "log_probabilities",
            float64("[[-1, NaN, 0], [-3, -4, 0], [NaN, NaN, NaN]]"),
            "class_weights",
            float64("[2, 0.5, 9]"));
    String operation = "negative_log_likelihood";
    close(compute(operation, inputs), "[2, 2, NaN]", 0);
    close(compute(operation, inputs, "ignore_index", 2L), "[2, 2, 0]", 0);
    close(compute(operation, inputs, "ignore_index", 2L, "reduction", "mean"), "1.6", 1e-15);
    Map<String, Tensor> ruledOut =
        Map.of("labels", ints("[1]"), "log_probabilities", float32("[[0, -Infinity]]"));
    close(compute(operation, ruledOut), "[Infinity]", 0);
  }

  @Test
  void divergences_of_hand_checked_distributions() {
    Map<String, Tensor> inputs =
        Map.of(
            "target",
            float64("[[0.5, 0.5], [0, 1], [1, 0], [4, 0], [-1, 2], [0.5, 0.5]]"),
            "output",
            float64("[[0.25, 1], [0.5, 0.5], [0, 1], [0x1p-1022, 0], [-1, 2], [NaN, 1]]"));
    close(
        compute("kl_divergence", inputs),
        "[0, 0.693147180560, Infinity, 2839.130851573536, NaN, NaN]",
        1e-11);
  }

  @Test
  void slopes_of_divergences_of_hand_checked_elements() {
    Map<String, Tensor> inputs =
        Map.of(
            "target",
            float64("[0.5, 0, 1, 0, 4, 0x1p-1022, -1, 0.5, Infinity]"),
            "output",
            float64("[0.25, 0.5, 0, 0, 0x1p-1022, 4, -1, NaN, Infinity]"));
    close(
        compute("kl_divergence_target_gradient", inputs),
        "[1.693147180560, -Infinity, Infinity, NaN, 710.782712893384, -708.782712893384, NaN, NaN, NaN]",
        1e-11);
  }

  @Test
  void focal_losses_of_hand_checked_logits() {
    Map<String, Tensor> inputs =
        Map.of(
            "target",
            float64("[[1, 0], [0, 1], [1, 0], [1, 0]]"),
            "logits",
            float64("[[0, 0], [800, 0], [-Infinity, 0], [NaN, 0]]"));
    close(
        compute("focal_cross_entropy", inputs), "[0.0433216987849966, 200, Infinity, NaN]", 1e-14);
    close(
        compute("focal_cross_entropy", inputs, "gamma", 0L, "alpha", 2.0),
        "[1.386294361119891, 1600, Infinity, NaN]",
        1e-12);
    Map<String, Tensor> single = Map.of("target", float64("[1]"), "logits", float64("[7]"));
    for (double gamma : new double[] {0, 0.5, 2}) {
      close(compute("focal_cross_entropy", single, "gamma", gamma), "0", 0);
    }
    Map<String, Tensor> far = Map.of("target", float64("[1, 0]"), "logits", float64("[40, 0]"));
    double loss = compute("focal_cross_entropy", far, "gamma", 0.5, "alpha", 1.0).number(0);
    // e^-60 nearly: 1 − p is e^-40, not 0.
    assertThat(loss, closeTo(8.756510762696520e-27, 1e-39));
  }

  @Test
  void smoothed_labels_share_alpha_among_the_classes() {
    Map<String, Tensor> labels = Map.of("labels", float64("[[1, 0, Infinity], [0, 1, NaN]]"));
    close(
        compute("smooth_labels", labels, "alpha", 0.5, "axis", 0L),
        "[[0.75, 0.25, Infinity], [0.25, 0.75, NaN]]",
        0);
    close(compute("smooth_labels", labels, "alpha", 0L), "[[1, 0, Infinity], [0, 1, NaN]]", 0);
  }
}
