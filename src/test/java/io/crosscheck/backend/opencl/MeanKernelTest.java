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

class MeanKernelTest extends OnDevice {

  @Test
  void the_kept_steps_are_averaged() {
    Tensor values =
        tensor(DType.FLOAT32, Shape.of(2, 2, 2), 1, 10, 3, 20, 5, 50, Double.NaN, Double.NaN);
    Tensor mask = Tensor.ofIntegers(DType.BOOL, Shape.of(2, 2), 1, 1, 1, 0);
    Tensor mean = compute("masked_mean", Map.of("values", values, "mask", mask));
    assertExactly(mean, Shape.of(2, 2), 2, 15, 5, 50);
  }

  @Test
  void the_batch_can_be_averaged_too() {
    Tensor values = tensor(DType.FLOAT32, Shape.of(2, 2), 1, 2, 3, 5);
    Tensor weights = tensor(DType.FLOAT32, Shape.of(2, 2), 3, 0, 1, 2);
    Map<String, Tensor> inputs = Map.of("values", values, "mask", weights);
    assertExactly(compute("masked_mean", inputs, Map.of("axis", 0L)), Shape.of(2), 1.5, 5);
  }

  @Test
  void nothing_kept_has_no_mean() {
    Tensor mask = Tensor.ofIntegers(DType.BOOL, Shape.of(1, 2), 0, 0);
    Tensor values = tensor(DType.FLOAT32, Shape.of(1, 2), 1, 2);
    Map<String, Tensor> inputs = Map.of("values", values, "mask", mask);
    assertExactly(compute("masked_mean", inputs), Shape.of(1), Double.NaN);
    Tensor noSteps = tensor(DType.FLOAT32, Shape.of(1, 0));
    Tensor noMask = Tensor.ofIntegers(DType.BOOL, Shape.of(1, 0));
    Map<String, Tensor> empty = Map.of("values", noSteps, "mask", noMask);
    assertExactly(compute("masked_mean", empty), Shape.of(1), Double.NaN);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void drawn_means_conform(DType dtype) {
    Shape shape = Shape.of(3, 150, 2);
    Tensor values = Generator.draw("normal 5", dtype, shape, 41);
    Tensor weights = Generator.draw("uniform 0 2", dtype, Shape.of(3, 150), 42);
    Slices slices = Slices.of(shape, 1);
    BigDecimal[] expected = new BigDecimal[slices.count()];
    for (int s = 0; s < expected.length; s++) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal whole = BigDecimal.ZERO;
      for (int k = 0; k < slices.length(); k++) {
        BigDecimal weight = new BigDecimal(weights.number(s / 2 * 150 + k));
        sum = sum.add(weight.multiply(new BigDecimal(values.number(slices.index(s, k)))));
        whole = whole.add(weight);
      }
      expected[s] = Decimals.quotient(sum, whole);
    }
    Map<String, Tensor> inputs = Map.of("values", values, "mask", weights);
    assertWithin(Profile.STANDARD, "masked_mean", inputs, Map.of(), expected);
  }
}
