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
import org.junit.jupiter.params.provider.ValueSource;

class CategoricalKernelsTest extends OnDevice {

  private static final String DENSE = "softmax_cross_entropy_with_logits";
  private static final String CATEGORICAL = "categorical_cross_entropy";

  @Test
  void a_fair_choice_of_four_costs_ln_4() {
    Map<String, Tensor> inputs = Map.of("labels", row(0, 1, 0, 0), "logits", row(2, 2, 2, 2));
    assertNear("1.386294", compute(DENSE, inputs).number(0));
  }

  @Test
  void logits_and_probabilities_agree_on_a_quarter() {
    Map<String, Tensor> inputs = Map.of("target", row(0, 1), "output", row(0.75, 0.25));
    assertNear("1.386294", compute(CATEGORICAL, inputs).number(0));
    Map<String, Object> logits = Map.of("from_logits", true);
    // ln(1 + exp(0.5))
    assertNear("0.974077", compute(CATEGORICAL, inputs, logits).number(0));
  }

  @Test
  void probabilities_are_divided_by_their_sum() {
    Map<String, Tensor> inputs = Map.of("target", row(0, 1), "output", row(3, 1));
    assertNear("1.386294", compute(CATEGORICAL, inputs).number(0));
  }

  @Test
  void probabilities_are_clipped_at_both_ends() {
    Tensor output = tensor(DType.FLOAT32, Shape.of(3, 2), 0, 1, 1, 0, -1, 3);
    Tensor target = tensor(DType.FLOAT32, Shape.of(3, 2), 1, 0, 1, 0, 1, 0);
    Tensor loss = compute(CATEGORICAL, Map.of("target", target, "output", output));
    assertNear("16.11810", loss.number(0));
    assertNear("0.00000010", loss.number(1));
    assertNear("16.11810", loss.number(2));
  }

  @Test
  void a_row_that_sums_to_0_divides_by_0() {
    Tensor output = tensor(DType.FLOAT32, Shape.of(2, 2), 0, 0, 1, -1);
    Tensor target = tensor(DType.FLOAT32, Shape.of(2, 2), 1, 0, 0, 1);
    Tensor loss = compute(CATEGORICAL, Map.of("target", target, "output", output));
    assertNear("16.11810", loss.number(1));
    assertExactly(loss, Shape.of(2), Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawn_losses_conform_along_every_axis(DType dtype) {
    Shape shape = Shape.of(4, 3, 5);
    Tensor logits = Generator.draw("normal 5", dtype, shape, 11);
    Tensor labels = Generator.draw("probabilities", dtype, shape, 12);
    for (int axis = 0; axis < 3; axis++) {
      BigDecimal[] expected = losses(labels, logits, Slices.of(shape, axis));
      Map<String, Tensor> inputs = Map.of("labels", labels, "logits", logits);
      assertWithin(Profile.STANDARD, DENSE, inputs, Map.of("axis", (long) axis), expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 31, 64, 65, 70, 300})
  void a_slice_of_any_length_conforms(int n) {
    Tensor logits = Generator.draw("dominant 20", DType.FLOAT32, Shape.of(n), n);
    Tensor labels = Generator.draw("probabilities", DType.FLOAT32, Shape.of(n), n + 1L);
    BigDecimal[] expected = losses(labels, logits, Slices.of(Shape.of(n), 0));
    Map<String, Tensor> inputs = Map.of("labels", labels, "logits", logits);
    assertWithin(Profile.STANDARD, DENSE, inputs, Map.of(), expected);
  }

  private static BigDecimal[] losses(Tensor labels, Tensor logits, Slices slices) {
    BigDecimal[] losses = new BigDecimal[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      double[] t = new double[slices.length()];
      double[] x = new double[slices.length()];
      for (int k = 0; k < t.length; k++) {
        t[k] = labels.number(slices.index(s, k));
        x[k] = logits.number(slices.index(s, k));
      }
      losses[s] = Decimals.crossEntropy(t, x);
    }
    return losses;
  }

  @Test
  void a_certain_prediction_costs_nothing() {
    Map<String, Tensor> inputs = Map.of("labels", row(1), "logits", row(-3));
    assertExactly(compute(DENSE, inputs), Shape.of(), 0);
  }

  @Test
  void special_logits_reach_their_own_loss_only() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor logits =
        tensor(DType.FLOAT32, Shape.of(4, 2), Double.NaN, 0, infinity, 0, -infinity, 0, 7, 7);
    Tensor labels = tensor(DType.FLOAT32, Shape.of(4, 2), 0, 1, 0, 1, 0.5, 0.5, 0, 0);
    Tensor loss = compute(DENSE, Map.of("labels", labels, "logits", logits));
    assertExactly(loss, Shape.of(4), Double.NaN, Double.NaN, infinity, 0);
  }

  @Test
  void a_label_of_0_at_minus_infinity_is_not_a_number() {
    Map<String, Tensor> inputs =
        Map.of("labels", row(0, 1), "logits", row(Double.NEGATIVE_INFINITY, 0));
    assertExactly(compute(DENSE, inputs), Shape.of(), Double.NaN);
  }

  @Test
  void one_row_of_labels_serves_every_row_of_logits() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(2, 2), 5, 5, 9, 9);
    Tensor labels = tensor(DType.FLOAT32, Shape.of(1, 2), 0, 1);
    Tensor loss = compute(DENSE, Map.of("labels", labels, "logits", logits));
    assertNear("0.693147", loss.number(0));
    assertNear("0.693147", loss.number(1));
  }

  @Test
  void smoothing_spreads_over_the_class_axis() {
    Map<String, Tensor> inputs = Map.of("labels", row(1, 0), "logits", row(3, 0));
    // 0.9 (-l_0) + 0.1 (-l_1) with l_0 = -ln(1 + exp(-3)): ln(1 + exp(-3)) + 0.3
    assertNear("0.348587", compute(DENSE, inputs, Map.of("label_smoothing", 0.2)).number(0));
  }

  @Test
  void losses_are_summed_and_averaged() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(2, 2), 5, 5, 9, 9);
    Tensor labels = tensor(DType.FLOAT32, Shape.of(2, 2), 0, 1, 3, 0);
    Map<String, Tensor> inputs = Map.of("labels", labels, "logits", logits);
    assertNear("2.772589", compute(DENSE, inputs, Map.of("reduction", "sum")).number(0));
    assertNear("1.386294", compute(DENSE, inputs, Map.of("reduction", "mean")).number(0));
  }

  @Test
  void nothing_costs_nothing_and_has_no_mean() {
    Tensor noRows = tensor(DType.FLOAT32, Shape.of(0, 3));
    Tensor noClasses = tensor(DType.FLOAT32, Shape.of(2, 0));
    Map<String, Tensor> empty = Map.of("target", noRows, "output", noRows);
    assertExactly(compute(CATEGORICAL, empty), Shape.of(0));
    assertExactly(compute(CATEGORICAL, empty, Map.of("reduction", "sum")), Shape.of(), 0);
    assertExactly(compute(CATEGORICAL, empty, Map.of("reduction", "mean")), Shape.of(), Double.NaN);
    Map<String, Tensor> narrow = Map.of("target", noClasses, "output", noClasses);
    assertExactly(compute(CATEGORICAL, narrow), Shape.of(2), 0, 0);
    assertExactly(compute(CATEGORICAL, narrow, Map.of("from_logits", true)), Shape.of(2), 0, 0);
  }
}
