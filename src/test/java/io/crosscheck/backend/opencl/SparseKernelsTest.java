package io.crosscheck.backend.opencl;

import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseKernelsTest extends OnDevice {

  private static final String SPARSE = "sparse_softmax_cross_entropy_with_logits";

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawn_losses_conform_along_every_axis(DType dtype) {
    Shape shape = Shape.of(4, 3, 70);
    Tensor logits = Generator.draw("normal 5", dtype, shape, 21);
    for (int axis = 0; axis < 3; axis++) {
      Slices slices = Slices.of(shape, axis);
      Shape reduced = shape.without(axis);
      String classes = "integers 0 " + slices.length();
      Tensor labels = Generator.draw(classes, DType.INT32, reduced, 22);
      BigDecimal[] expected = new BigDecimal[slices.count()];
      for (int s = 0; s < expected.length; s++) {
        double[] x = new double[slices.length()];
        for (int k = 0; k < x.length; k++) {
          x[k] = logits.number(slices.index(s, k));
        }
        double own = x[(int) labels.integer(s)];
        expected[s] = Decimals.logSoftmax(own, Decimals.logSumExp(x)).negate();
      }
      Map<String, Tensor> inputs = Map.of("labels", labels, "logits", logits);
      assertWithin(Profile.STANDARD, SPARSE, inputs, Map.of("axis", (long) axis), expected);
    }
  }

  @Test
  void ignored_labels_cost_nothing_whatever_their_logits() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(3, 2), 1, 1, Double.NaN, 1, 2, 2);
    Map<String, Tensor> inputs = Map.of("labels", labels(0, -100, 1), "logits", logits);
    Map<String, Object> ignore = Map.of("ignore_index", -100L);
    Tensor loss = compute(SPARSE, inputs, ignore);
    assertNear("0.693147", loss.number(0));
    assertExactly(tensor(DType.FLOAT32, Shape.of(), loss.number(1)), Shape.of(), 0);
    Map<String, Object> mean = Map.of("ignore_index", -100L, "reduction", "mean");
    assertNear("0.693147", compute(SPARSE, inputs, mean).number(0));
    Map<String, Object> smooth = Map.of("ignore_index", -100L, "label_smoothing", 0.5);
    assertNear("0.693147", compute(SPARSE, inputs, smooth).number(2));
    assertExactly(
        tensor(DType.FLOAT32, Shape.of(), compute(SPARSE, inputs, smooth).number(1)),
        Shape.of(),
        0);
  }

  @Test
  void a_mean_with_nothing_left_is_not_a_number() {
    Map<String, Tensor> inputs =
        Map.of("labels", labels(1), "logits", tensor(DType.FLOAT32, Shape.of(1, 2), 0, 0));
    Map<String, Object> with = Map.of("ignore_index", 1L, "reduction", "mean");
    assertExactly(compute(SPARSE, inputs, with), Shape.of(), Double.NaN);
  }

  @Test
  void a_mean_divides_by_the_weights_of_the_labels() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(2, 2), 0, 0, 0, Math.log(3));
    Map<String, Tensor> inputs =
        Map.of("labels", labels(0, 0), "logits", logits, "class_weights", row(3, 5));
    // 3 ln 2 and 3 ln 4, weights 3 and 3
    Tensor losses = compute(SPARSE, inputs);
    assertNear("2.079442", losses.number(0));
    assertNear("4.158883", losses.number(1));
    assertNear("1.039721", compute(SPARSE, inputs, Map.of("reduction", "mean")).number(0));
  }

  @Test
  void smoothing_weighs_every_class() {
    Map<String, Tensor> inputs =
        Map.of(
            "labels",
            labels(0),
            "logits",
            tensor(DType.FLOAT32, Shape.of(1, 2), Math.log(3), 0),
            "class_weights",
            row(2, 4));
    // 0.5 * 2 ln(4/3) + 0.25 * (2 ln(4/3) + 4 ln 4) = 1.5 * 0.2876821 + 1.3862944
    assertNear("1.817817", compute(SPARSE, inputs, Map.of("label_smoothing", 0.5)).number(0));
  }

  @Test
  void special_logits_give_limits_or_not_a_number() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor logits =
        tensor(DType.FLOAT32, Shape.of(4, 2), -infinity, 0, infinity, 0, -infinity, 9, 1, infinity);
    Map<String, Tensor> inputs = Map.of("labels", labels(0, 1, 1, 1), "logits", logits);
    double nan = Double.NaN;
    assertExactly(compute(SPARSE, inputs), Shape.of(4), infinity, nan, 0, nan);
  }

  @Test
  void an_empty_batch_gives_an_empty_result() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(0, 4));
    Map<String, Tensor> inputs = Map.of("labels", labels(), "logits", logits);
    assertExactly(compute(SPARSE, inputs), Shape.of(0));
    assertExactly(compute(SPARSE, inputs, Map.of("reduction", "sum")), Shape.of(), 0);
  }

  @Test
  void a_sequence_is_averaged_over_the_axes_asked_for() {
    Tensor logits =
        tensor(DType.FLOAT32, Shape.of(2, 2, 2), 0, 0, 0, Math.log(3), 5, 5, Double.NaN, 1);
    Tensor targets = Tensor.ofIntegers(DType.INT32, Shape.of(2, 2), 0, 0, 1, 1);
    Tensor weights = tensor(DType.FLOAT32, Shape.of(2, 2), 1, 3, 2, 0);
    Map<String, Tensor> inputs = Map.of("logits", logits, "targets", targets, "weights", weights);
    // weighted losses: ln 2, 3 ln 4; 2 ln 2, 0
    assertNear("1.039721", compute("sequence_loss", inputs).number(0));
    Tensor rows = sequence(inputs, true, false);
    assertNear("1.213008", rows.number(0));
    assertNear("0.693147", rows.number(1));
    Tensor steps = sequence(inputs, false, true);
    assertNear("0.693147", steps.number(0));
    assertNear("1.386294", steps.number(1));
    Tensor all = sequence(inputs, false, false);
    assertNear("4.158883", all.number(1));
    assertNear("0.000000", all.number(3));
  }

  private static Tensor sequence(Map<String, Tensor> inputs, boolean steps, boolean batch) {
    Map<String, Object> with =
        Map.of("average_across_timesteps", steps, "average_across_batch", batch);
    return compute("sequence_loss", inputs, with);
  }
}
