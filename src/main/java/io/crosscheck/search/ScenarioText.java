package io.crosscheck.search;

import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as a scenario to be pasted below a rule of a feature. */
public final class ScenarioText {

  /** Tensors larger than this are drawn, where a family draws just them. */
  private static final int LONGEST_LITERAL = 8;

  private ScenarioText() {}

  /** The lines of a scenario of that name which holds the result to its bound. */
  public static List<String> of(String name, Request request) {
    List<String> lines = new ArrayList<>();
    lines.add("  Scenario: " + name);
    String word = "Given";
    for (Map.Entry<String, Tensor> input : request.arguments().inputs().entrySet()) {
      lines.add("    " + word + " " + given(input.getKey(), input.getValue()));
      word = "And";
    }
    Map<String, Object> attributes = request.arguments().attributes();
    String with =
        attributes.entrySet().stream()
            .map(a -> a.getKey() + " " + text(a.getValue()))
            .collect(Collectors.joining(", "));
    lines.add(
        "    When "
            + request.operation()
            + " is computed"
            + (with.isEmpty() ? "" : " with " + with));
    lines.add("    Then the result conforms");
    return lines;
  }

  private static String given(String name, Tensor tensor) {
    String the = "the " + tensor.dtype().token() + " tensor " + name;
    return family(tensor)
        .map(f -> the + " of shape " + tensor.shape() + " drawn from " + f + " with seed 0")
        .orElseGet(() -> the + " = " + TensorLiteral.format(tensor));
  }

  /** The family without chance that gives the tensor. */
  private static Optional<String> family(Tensor tensor) {
    if (tensor.size() <= LONGEST_LITERAL || !tensor.dtype().isFloat()) {
      return Optional.empty();
    }
    String first = NumberLiteral.format(tensor, 0);
    String second = NumberLiteral.format(tensor, 1);
    return Stream.of("equal " + first, "stagnation " + second, "alternating " + first)
        .filter(f -> Generator.draw(f, tensor.dtype(), tensor.shape(), 0).equals(tensor))
        .findFirst();
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? NumberLiteral.format(number, DType.FLOAT64)
        : value.toString();
  }
}
