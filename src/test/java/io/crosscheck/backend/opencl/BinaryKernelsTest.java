package io.crosscheck.backend.opencl;

import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BinaryKernelsTest extends OnDevice {

  private static final String BINARY = "binary_cross_entropy";
  private static final String SIGMOID = "sigmoid_cross_entropy_with_logits";

  @Test
  void a_coin_costs_ln_2() {
    Map<String, Tensor> inputs = Map.of("target", row(1, 0, 0.5), "output", row(0.5, 0.5, 0.5));
    Tensor losses = compute(BINARY, inputs);
    for (int i = 0; i < 3; i++) {
      assertNear("0.693147", losses.number(i));
    }
  }

  @Test
  void probabilities_are_clipped_at_both_ends() {
    Map<String, Tensor> inputs =
        Map.of("target", row(1, 0, 1, 0), "output", row(0, 1, 1, Double.NaN));
    Tensor losses = compute(BINARY, inputs);
    assertNear("16.11810", losses.number(0));
    assertNear("16.11810", losses.number(1));
    assertNear("0.00000010", losses.number(2));
    assertExactly(tensor(DType.FLOAT32, Shape.of(), losses.number(3)), Shape.of(), Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawn_probabilities_conform(DType dtype) {
    Shape shape = Shape.of(5, 29);
    Tensor target = Generator.draw("uniform 0 1", dtype, shape, 31);
    Tensor output = Generator.draw("uniform 0.001 0.999", dtype, shape, 32);
    BigDecimal[] expected = new BigDecimal[shape.size()];
    for (int i = 0; i < expected.length; i++) {
      BigDecimal t = new BigDecimal(target.number(i));
      BigDecimal p = new BigDecimal(output.number(i));
      BigDecimal rest = BigDecimal.ONE.subtract(t);
      expected[i] =
          t.multiply(Decimals.ln(p))
              .add(rest.multiply(Decimals.ln(BigDecimal.ONE.subtract(p))))
              .negate();
    }
    Map<String, Tensor> inputs = Map.of("target", target, "output", output);
    assertWithin(Profile.STANDARD, BINARY, inputs, Map.of(), expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawn_logits_conform(DType dtype) {
    Shape shape = Shape.of(200);
    Tensor labels = Generator.draw("coin 0.5", dtype, shape, 33);
    Tensor logits = Generator.draw("normal 20", dtype, shape, 34);
    Tensor weights = tensor(dtype, Shape.of(), 2.5);
    BigDecimal[] expected = new BigDecimal[shape.size()];
    for (int i = 0; i < expected.length; i++) {
      double x = logits.number(i);
      expected[i] =
          labels.number(i) == 1
              ? Decimals.softplus(-x).multiply(new BigDecimal("2.5"))
              : Decimals.softplus(x);
    }
    Map<String, Tensor> inputs = Map.of("labels", labels, "logits", logits, "pos_weight", weights);
    assertWithin(Profile.STANDARD, SIGMOID, inputs, Map.of(), expected);
  }

  @Test
  void infinite_logits_give_the_limits() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor logits = row(infinity, infinity, infinity, -infinity, -infinity, -infinity, Double.NaN);
    Tensor labels = row(1, 0, 0.5, 1, 0, 2, 0);
    Tensor losses = compute(SIGMOID, Map.of("labels", labels, "logits", logits));
    assertExactly(losses, Shape.of(7), 0, infinity, infinity, infinity, 0, infinity, Double.NaN);
  }

  @Test
  void from_logits_smooths_towards_one_half() {
    Map<String, Tensor> inputs = Map.of("target", row(1), "output", row(2));
    Map<String, Object> with = Map.of("from_logits", true, "label_smoothing", 0.5);
    // 0.75 ln(1 + exp(-2)) + 0.25 (2 + ln(1 + exp(-2)))
    assertNear("0.626928", compute(BINARY, inputs, with).number(0));
  }

  @Test
  void losses_are_summed_averaged_and_empty() {
    Map<String, Tensor> inputs = Map.of("target", row(1, 0), "output", row(0.5, 0.75));
    assertNear("2.079442", compute(BINARY, inputs, Map.of("reduction", "sum")).number(0));
    assertNear("1.039721", compute(BINARY, inputs, Map.of("reduction", "mean")).number(0));
    Map<String, Tensor> empty = Map.of("target", row(), "output", row());
    assertExactly(compute(BINARY, empty), Shape.of(0));
    assertExactly(compute(BINARY, empty, Map.of("reduction", "mean")), Shape.of(), Double.NaN);
  }
}
