package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each gradient is the slope of what it is the gradient of: the central difference of certified
 * values, whose own error is of the order of the step's square, 2^−52.
 */
class GradientSlopesTest {

  private static final double STEP = 0x1p-26;
  private static final double CLOSE = 1e-13;
  private static final MathContext DIGITS = new MathContext(60);

  @ParameterizedTest
  @CsvSource({
    "softmax_gradient, softmax, logits",
    "log_softmax_gradient, log_softmax, logits",
    "masked_softmax_gradient, masked_softmax, logits",
    "softmax_cross_entropy_gradient, softmax_cross_entropy_with_logits, logits",
    "sparse_softmax_cross_entropy_gradient, sparse_softmax_cross_entropy_with_logits, logits",
    "sigmoid_cross_entropy_gradient, sigmoid_cross_entropy_with_logits, logits",
    "categorical_cross_entropy_gradient, categorical_cross_entropy, output",
    "kl_divergence_target_gradient, kl_divergence, target"
  })
  void a_gradient_is_the_slope_of_its_operation(String gradient, String operation, String input) {
    for (long seed = 1; seed <= 4; seed++) {
      Map<String, Tensor> all = inputs(input, seed);
      BigDecimal[] slopes = values(gradient, all);
      Tensor x = all.get(input);
      for (int i = 0; i < x.size(); i++) {
        BigDecimal up = weighted(operation, all, moved(x, i, STEP), input);
        BigDecimal down = weighted(operation, all, moved(x, i, -STEP), input);
        BigDecimal slope = up.subtract(down).divide(new BigDecimal(2 * STEP), DIGITS);
        double error = slope.subtract(slopes[i]).abs().doubleValue();
        assertThat(gradient + " " + i, error, lessThan(CLOSE));
      }
    }
  }

  private static Map<String, Tensor> inputs(String input, long seed) {
    Shape shape = Shape.of(3, 4);
    boolean probabilities = !input.equals("logits");
    Map<String, Tensor> all = new HashMap<>();
    Tensor drawn =
        Generator.draw(probabilities ? "uniform 0.2 1" : "normal 1", DType.FLOAT64, shape, seed);
    all.put("output_gradient", Generator.draw("normal 1", DType.FLOAT64, shape, seed + 10));
    all.put("target", Generator.draw("uniform 0 1", DType.FLOAT64, shape, seed + 20));
    all.put("dense", all.get("target"));
    all.put("sparse", Generator.draw("integers 0 4", DType.INT32, Shape.of(3), seed + 30));
    all.put("class_weights", Generator.draw("uniform 0 2", DType.FLOAT64, Shape.of(4), seed + 40));
    all.put("pos_weight", Generator.draw("uniform 0 2", DType.FLOAT64, Shape.of(4), seed + 50));
    all.put("mask", Generator.draw("coin 0.7", DType.BOOL, shape, seed + 60));
    all.put("output", Generator.draw("uniform 0.2 1", DType.FLOAT64, shape, seed + 70));
    all.put(input, rounded(drawn));
    return all;
  }

  /** To a grid on which a step to either side is exact. */
  private static Tensor rounded(Tensor x) {
    double[] values = x.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) values[i];
    }
    return Tensor.ofNumbers(x.dtype(), x.shape(), values);
  }

  private static Tensor moved(Tensor x, int i, double step) {
    double[] values = x.toDoubles();
    values[i] += step;
    return Tensor.ofNumbers(x.dtype(), x.shape(), values);
  }

  /** The sum of the operation's results, weighted by the output gradient where there is one. */
  private static BigDecimal weighted(
      String operation, Map<String, Tensor> all, Tensor x, String input) {
    Map<String, Tensor> changed = new HashMap<>(all);
    changed.put(input, x);
    BigDecimal[] values = values(operation, changed);
    boolean weighted = operation.endsWith("softmax");
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      BigDecimal weight =
          weighted ? new BigDecimal(all.get("output_gradient").number(i)) : BigDecimal.ONE;
      sum = sum.add(values[i].multiply(weight));
    }
    return sum;
  }

  private static BigDecimal[] values(String name, Map<String, Tensor> all) {
    Operation operation = Catalogue.find(name).orElseThrow();
    Map<String, Tensor> inputs = new HashMap<>();
    for (Input input : operation.signature().inputs()) {
      String key =
          input.name().equals("labels")
              ? (name.startsWith("sparse") ? "sparse" : "dense")
              : input.name();
      Optional.ofNullable(all.get(key)).ifPresent(t -> inputs.put(input.name(), t));
    }
    Arguments arguments = operation.signature().bind(new Arguments(inputs, Map.of()));
    Certified certified = Certified.of(operation, arguments, Choices.defaults());
    BigDecimal[] values = new BigDecimal[certified.header().shape().size()];
    for (int i = 0; i < values.length; i++) {
      // From double-double to 192 and 384 bits.
      certified.refine(i);
      certified.refine(i);
      Enclosure enclosure = certified.enclosure(i);
      values[i] = enclosure.lower();
    }
    return values;
  }
}
