package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Attribute;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Slopes of certified results by central differences: what a gradient has to be, found without its
 * formula.
 *
 * <p>The results are summed, weighted by {@code output_gradient} where the gradient's request has
 * one. With a step of h = 2^−26 the difference is off by h²/6 of the third derivative, 2^−54 for
 * logits, and by the width of two results in double-doubles over 2h, 2^−44 of them: {@link #ERROR}
 * covers both for results up to 8.
 */
public final class Slopes {

  /** How far a slope may be off. */
  public static final double ERROR = 0x1p-40;

  private static final double STEP = 0x1p-26;
  private static final MathContext DIGITS = new MathContext(40);

  private final Operation operation;
  private final Arguments given;
  private final String input;

  /** Of an operation whose inputs and attributes are among those of a gradient's request. */
  public Slopes(Request gradient, Operation operation, String input) {
    this.operation = operation;
    this.given = gradient.arguments();
    this.input = input;
  }

  /** The slope for each element of the input. */
  public double[] values() {
    Tensor x = wide(given.input(input));
    double[] slopes = new double[x.size()];
    for (int i = 0; i < slopes.length; i++) {
      double up = x.number(i) + STEP;
      double down = x.number(i) - STEP;
      BigDecimal rise = sum(with(x, i, up)).subtract(sum(with(x, i, down)));
      BigDecimal run = new BigDecimal(up).subtract(new BigDecimal(down));
      slopes[i] = rise.divide(run, DIGITS).doubleValue();
    }
    return slopes;
  }

  private BigDecimal sum(Tensor x) {
    Certified results = Certified.of(operation, arguments(x), Choices.defaults());
    int size = results.header().shape().size();
    Tensor weights = given.optionalInput("output_gradient").orElse(null);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      Enclosure result = results.enclosure(i);
      BigDecimal middle = result.lower().add(result.upper()).divide(BigDecimal.valueOf(2));
      sum = sum.add(weights == null ? middle : middle.multiply(new BigDecimal(weights.number(i))));
    }
    return sum;
  }

  private Arguments arguments(Tensor x) {
    Map<String, Tensor> inputs = new HashMap<>();
    for (Input known : operation.signature().inputs()) {
      given.optionalInput(known.name()).ifPresent(t -> inputs.put(known.name(), wide(t)));
    }
    inputs.put(input, x);
    Map<String, Object> attributes = new HashMap<>(given.attributes());
    attributes
        .keySet()
        .retainAll(operation.signature().attributes().stream().map(Attribute::name).toList());
    return operation.signature().bind(new Arguments(inputs, attributes));
  }

  /** The same numbers in float64; ints and bools as they are. */
  private static Tensor wide(Tensor tensor) {
    return tensor.dtype().isFloat()
        ? Tensor.ofNumbers(DType.FLOAT64, tensor.shape(), tensor.toDoubles())
        : tensor;
  }

  private static Tensor with(Tensor x, int i, double value) {
    double[] values = x.toDoubles();
    values[i] = value;
    return Tensor.ofNumbers(x.dtype(), x.shape(), values);
  }
}
