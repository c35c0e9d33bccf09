package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That drawn results lie within the standard bound of their certified values, whatever the device.
 */
class ConformanceTest extends OnDevice {

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

  private static final Shape SHAPE = Shape.of(4, 7);
  private static final Shape ROWS = Shape.of(4);

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void the_softmax_family_conforms(DType dtype) {
    for (String family : FAMILIES) {
      for (int n : new int[] {1, 2, 10, 100, 1000}) {
        Map<String, Tensor> logits = Map.of("logits", draw(family, dtype, Shape.of(3, n), n));
        for (String operation : new String[] {"softmax", "log_softmax", "log_sum_exp", "sigmoid"}) {
          conforms(operation, logits, Map.of());
        }
        Tensor mask = draw("coin 0.7", DType.BOOL, Shape.of(3, n), n);
        Map<String, Tensor> masked = Map.of("logits", logits.get("logits"), "mask", mask);
        conforms("masked_softmax", masked, Map.of());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void losses_of_classes_conform(DType dtype) {
    Tensor target = draw("probabilities", dtype, SHAPE, 2);
    Tensor labels = draw("integers 0 7", DType.INT32, ROWS, 3);
    Tensor weights = draw("uniform 0.5 2", dtype, Shape.of(7), 4);
    for (String family : FAMILIES) {
      Tensor logits = draw(family, dtype, SHAPE, 1);
      for (String reduction : new String[] {"none", "sum", "mean"}) {
        for (double smoothing : new double[] {0, 0.1, 1}) {
          Map<String, Object> with = Map.of("reduction", reduction, "label_smoothing", smoothing);
          conforms(
              "softmax_cross_entropy_with_logits",
              Map.of("labels", target, "logits", logits),
              with);
          conforms(
              "sparse_softmax_cross_entropy_with_logits",
              Map.of("labels", labels, "logits", logits, "class_weights", weights),
              with);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void losses_of_probabilities_conform(DType dtype) {
    for (int seed = 0; seed < 10; seed++) {
      Map<String, Tensor> inputs =
          Map.of(
              "target", draw("probabilities", dtype, SHAPE, seed),
              "output", draw("probabilities", dtype, SHAPE, seed + 10));
      for (double smoothing : new double[] {0, 0.1}) {
        Map<String, Object> with = Map.of("label_smoothing", smoothing, "reduction", "mean");
        conforms("categorical_cross_entropy", inputs, with);
        conforms("binary_cross_entropy", inputs, with);
      }
      Tensor labels = draw("coin 0.5", dtype, SHAPE, seed);
      Tensor logits = draw("normal 20", dtype, SHAPE, seed);
      Map<String, Tensor> binary = Map.of("labels", labels, "logits", logits);
      conforms("sigmoid_cross_entropy_with_logits", binary, Map.of());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void focal_losses_divergences_and_smoothed_labels_conform(DType dtype) {
    Tensor target = draw("probabilities", dtype, SHAPE, 2);
    for (String family : FAMILIES) {
      Tensor logits = draw(family, dtype, SHAPE, 1);
      for (double gamma : new double[] {0, 0.5, 2, 7}) {
        Map<String, Tensor> inputs = Map.of("target", target, "logits", logits);
        conforms("focal_cross_entropy", inputs, Map.of("gamma", gamma));
        conforms("focal_cross_entropy", inputs, Map.of("gamma", gamma, "axis", 0L));
      }
    }
    for (String family : new String[] {"probabilities", "uniform 0 1e-6", "uniform 1 1e4"}) {
      Tensor output = draw(family, dtype, SHAPE, 8);
      Map<String, Tensor> pair = Map.of("target", target, "output", output);
      conforms("kl_divergence", pair, Map.of());
      conforms("kl_divergence_target_gradient", pair, Map.of());
    }
    for (double alpha : new double[] {0, 0.1, 1}) {
      conforms("smooth_labels", Map.of("labels", target), Map.of("alpha", alpha));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void sequences_conform(DType dtype) {
    Shape steps = Shape.of(3, 5);
    Tensor weights = draw("uniform 0.1 2", dtype, steps, 5);
    Tensor logits = draw("normal 5", dtype, Shape.of(3, 5, 9), 6);
    Tensor targets = draw("integers 0 9", DType.INT64, steps, 7);
    Map<String, Tensor> inputs = Map.of("logits", logits, "targets", targets, "weights", weights);
    for (boolean across : new boolean[] {true, false}) {
      conforms("sequence_loss", inputs, Map.of("average_across_timesteps", across));
      conforms("sequence_loss", inputs, Map.of("average_across_batch", across));
    }
    conforms("masked_mean", Map.of("values", logits, "mask", weights), Map.of());
  }

  private static Tensor draw(String family, DType dtype, Shape shape, int seed) {
    return Generator.draw(family, dtype, shape, seed);
  }

  private static void conforms(
      String operation, Map<String, Tensor> inputs, Map<String, Object> attributes) {
    Request request = new Request(operation, new Arguments(inputs, attributes));
    Verdict verdict =
        new Judge(Profile.STANDARD, declared()).judge(request, backend().answer(request));
    assertTrue(verdict.passed(), verdict::message);
  }

  private static Map<Choice, String> declared() {
    Map<Choice, String> declared = new EnumMap<>(Choice.class);
    backend()
        .description()
        .choices()
        .forEach((token, value) -> declared.put(Choice.ofToken(token).orElseThrow(), value));
    return declared;
  }
}
