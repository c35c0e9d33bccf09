package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.backend.reference.ReferenceBackendProvider;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That every float operation of a built-in backend stays within the strict bound of the certified
 * value, on draws that stress the shift, the exponential, the sum and the layout.
 */
public abstract class StrictBoundContract extends BuiltInBackendContract {

  private static final String[] FAMILIES = {
    "normal 0.1",
    "normal 5",
    "normal 30",
    "uniform -1 1",
    "sorted 5",
    "dominant 40",
    "equal 3",
    "offset 1e4",
    "alternating 88",
    "stagnation -16.6356",
    "stagnation -37"
  };

  private static Tensor draw(String family, DType dtype, int seed, int... lengths) {
    return Generator.draw(family, dtype, Shape.of(lengths), seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void the_softmax_family_is_within_strict_on_every_family_of_draws(DType dtype) {
    for (String family : FAMILIES) {
      for (int n : new int[] {1, 2, 10, 100}) {
        Map<String, Tensor> logits = Map.of("logits", draw(family, dtype, n, 3, n));
        conforms("softmax", logits);
        conforms("log_softmax", logits);
        conforms("log_sum_exp", logits);
        conforms("sigmoid", logits);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void every_length_around_a_vector_is_within_strict(DType dtype) {
    for (int n = 1; n <= 33; n++) {
      Map<String, Tensor> logits = Map.of("logits", draw("normal 5", dtype, n, 2, n));
      conforms("softmax", logits);
      conforms("log_softmax", logits);
      conforms("sigmoid", logits);
    }
  }

  @Test
  void every_axis_of_every_rank_is_within_strict() {
    int[] lengths = {2, 3, 4, 5, 3};
    for (int rank = 1; rank <= 5; rank++) {
      int[] shape = Arrays.copyOf(lengths, rank);
      for (long axis = -rank; axis < rank; axis++) {
        Map<String, Tensor> logits = Map.of("logits", draw("normal 5", DType.FLOAT32, rank, shape));
        conforms("softmax", logits, "axis", axis);
        conforms("log_softmax", logits, "axis", axis);
        conforms("log_sum_exp", logits, "axis", axis, "keep_dims", true);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 32768})
  void long_chains_of_additions_lose_nothing(int n) {
    for (String family : new String[] {"stagnation -16.6356", "normal 5", "equal 0"}) {
      conforms("softmax", Map.of("logits", draw(family, DType.FLOAT32, 1, n)));
      conforms("log_sum_exp", Map.of("logits", draw(family, DType.FLOAT32, 1, n)));
    }
    Tensor wide = draw("stagnation -36.7368", DType.FLOAT64, 1, n);
    conforms("softmax", Map.of("logits", wide));
    conforms("log_sum_exp", Map.of("logits", wide));
  }

  @Test
  void additions_too_small_for_a_float_are_kept_beside_large_ones_in_every_lane() {
    double[] logits = new double[8192];
    Arrays.fill(logits, -16.6356);
    Arrays.fill(logits, 0, 64, -0.001);
    logits[0] = 0;
    Tensor tensor = Tensor.ofNumbers(DType.FLOAT32, Shape.of(logits.length), logits);
    conforms("softmax", Map.of("logits", tensor));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void halves_are_correctly_rounded_but_for_one_in_a_thousand(DType dtype) {
    Tensor logits = draw("normal 3", dtype, 7, 200, 100);
    for (String operation : new String[] {"softmax", "log_softmax", "sigmoid"}) {
      Tensor result = compute(operation, Map.of("logits", logits));
      conforms(operation, Map.of("logits", logits));
      int wrong = 0;
      Tensor best = compute(new ReferenceBackendProvider().create(), operation, logits);
      for (int i = 0; i < result.size(); i++) {
        wrong += result.number(i) == best.number(i) ? 0 : 1;
      }
      assertThat(operation, wrong, lessThanOrEqualTo(result.size() / 1000));
    }
  }

  private static Tensor compute(Backend backend, String operation, Tensor logits) {
    Arguments arguments = new Arguments(Map.of("logits", logits), Map.of());
    return ((Answer.Output) backend.answer(new Request(operation, arguments))).tensor();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void gradients_are_within_strict(DType dtype) {
    Tensor gradient = draw("normal 1", dtype, 2, 4, 7);
    Tensor target = draw("probabilities", dtype, 3, 4, 7);
    Tensor labels = draw("integers 0 7", DType.INT32, 4, 4);
    Tensor weights = draw("uniform 0.5 2", dtype, 5, 7);
    Tensor mask = draw("coin 0.6", DType.BOOL, 6, 4, 7);
    for (String family : FAMILIES) {
      Tensor logits = draw(family, dtype, 1, 4, 7);
      Map<String, Tensor> outer = Map.of("output_gradient", gradient, "logits", logits);
      conforms("softmax_gradient", outer);
      conforms("log_softmax_gradient", outer);
      conforms(
          "masked_softmax_gradient",
          Map.of("output_gradient", gradient, "logits", logits, "mask", mask));
      conforms("softmax_cross_entropy_gradient", Map.of("labels", target, "logits", logits));
      conforms(
          "sparse_softmax_cross_entropy_gradient",
          Map.of("labels", labels, "logits", logits, "class_weights", weights));
      conforms("sigmoid_cross_entropy_gradient", Map.of("labels", target, "logits", logits));
    }
    Tensor output = draw("uniform 0.1 1", dtype, 7, 4, 7);
    conforms("categorical_cross_entropy_gradient", Map.of("target", target, "output", output));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void losses_of_classes_are_within_strict(DType dtype) {
    Tensor target = draw("probabilities", dtype, 2, 4, 7);
    Tensor labels = draw("integers 0 7", DType.INT32, 3, 4);
    Tensor weights = draw("uniform 0.5 2", dtype, 4, 7);
    for (String family : FAMILIES) {
      Tensor logits = draw(family, dtype, 1, 4, 7);
      for (String reduction : new String[] {"none", "sum", "mean"}) {
        for (double smoothing : new double[] {0, 0.1, 1}) {
          Object[] attributes = {"reduction", reduction, "label_smoothing", smoothing};
          conforms(
              "softmax_cross_entropy_with_logits",
              Map.of("labels", target, "logits", logits),
              attributes);
          conforms(
              "sparse_softmax_cross_entropy_with_logits",
              Map.of("labels", labels, "logits", logits, "class_weights", weights),
              attributes);
          conforms(
              "categorical_cross_entropy",
              Map.of("target", target, "output", draw("probabilities", dtype, 5, 4, 7)),
              attributes);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void elementwise_losses_are_within_strict(DType dtype) {
    Tensor target = draw("uniform 0 1", dtype, 2, 4, 7);
    Tensor hard = draw("coin 0.5", dtype, 2, 4, 7);
    String[] families = {"normal 0.1", "normal 5", "normal 30", "offset 600", "alternating 88"};
    for (Tensor labels : new Tensor[] {target, hard}) {
      for (String family : families) {
        Tensor logits = draw(family, dtype, 1, 4, 7);
        conforms("sigmoid_cross_entropy_with_logits", Map.of("labels", labels, "logits", logits));
        conforms(
            "binary_cross_entropy",
            Map.of("target", labels, "output", logits),
            "from_logits",
            true,
            "reduction",
            "mean");
      }
      for (double epsilon : new double[] {1e-7, 1e-12, 0.1}) {
        conforms(
            "binary_cross_entropy",
            Map.of("target", labels, "output", draw("uniform -0.2 1.2", dtype, 5, 4, 7)),
            "epsilon",
            epsilon);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void masked_and_reduced_values_are_within_strict(DType dtype) {
    Tensor values = draw("normal 5", dtype, 1, 5, 6, 3);
    Tensor mask = draw("coin 0.6", DType.BOOL, 2, 5, 6);
    Tensor weights = draw("uniform 0 2", dtype, 3, 5, 6);
    conforms("masked_mean", Map.of("values", values, "mask", mask));
    conforms("masked_mean", Map.of("values", values, "mask", weights), "axis", 0L);
    conforms(
        "masked_softmax",
        Map.of("logits", values, "mask", draw("coin 0.6", DType.BOOL, 2, 6, 1)),
        "axis",
        1L);
    conforms(
        "sequence_loss",
        Map.of(
            "logits", values,
            "targets", draw("integers 0 3", DType.INT64, 4, 5, 6),
            "weights", weights));
    for (String reduction :
        new String[] {"none", "sum", "mean", "weighted_mean", "mean_over_nonzero_weights"}) {
      conforms(
          "reduce_loss",
          Map.of("loss", draw("uniform 0 3", dtype, 6, 5, 6), "weights", weights),
          "reduction",
          reduction);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void focal_losses_are_within_strict(DType dtype) {
    Tensor target = draw("probabilities", dtype, 2, 4, 7);
    for (String family : FAMILIES) {
      Tensor logits = draw(family, dtype, 1, 4, 7);
      for (double gamma : new double[] {0, 0.5, 2, 7}) {
        Map<String, Tensor> inputs = Map.of("target", target, "logits", logits);
        conforms("focal_cross_entropy", inputs, "gamma", gamma);
        conforms("focal_cross_entropy", inputs, "gamma", gamma, "axis", 0L, "alpha", -3.0);
      }
    }
    for (double ahead : new double[] {20, 40, 80, 300}) {
      Tensor logits = Tensor.ofNumbers(dtype, Shape.of(2), ahead, 0);
      Tensor first = Tensor.ofNumbers(dtype, Shape.of(2), 1, 0);
      conforms("focal_cross_entropy", Map.of("target", first, "logits", logits), "gamma", 1L);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void likelihoods_divergences_and_smoothed_labels_are_within_strict(DType dtype) {
    Tensor labels = draw("integers 0 7", DType.INT32, 3, 40);
    Tensor logs = draw("uniform -20 0", dtype, 4, 40, 7);
    Tensor weights = draw("uniform 0.1 3", dtype, 5, 7);
    for (String reduction : new String[] {"none", "sum", "mean"}) {
      conforms(
          "negative_log_likelihood",
          Map.of("labels", labels, "log_probabilities", logs, "class_weights", weights),
          "reduction",
          reduction,
          "ignore_index",
          3L);
    }
    Tensor target = draw("probabilities", dtype, 6, 40, 7);
    for (String family : new String[] {"probabilities", "uniform 0 1e-6", "uniform 1 1e4"}) {
      Map<String, Tensor> pair = Map.of("target", target, "output", draw(family, dtype, 7, 40, 7));
      conforms("kl_divergence", pair);
      conforms("kl_divergence", pair, "axis", 0L);
      conforms("kl_divergence_target_gradient", pair);
    }
    Map<String, Tensor> alike = Map.of("target", target, "output", target);
    conforms("kl_divergence", alike);
    conforms("kl_divergence_target_gradient", alike);
    for (double alpha : new double[] {0, 1e-9, 0.1, 0.9, 1}) {
      conforms("smooth_labels", Map.of("labels", logs), "alpha", alpha);
      conforms("smooth_labels", Map.of("labels", target), "alpha", alpha, "axis", 0L);
    }
  }
}
