package io.crosscheck.verdict;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.BinaryFormats;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words about an element: index, bits of the inputs and the result, enclosure, bound, error.
 */
final class FailureText {

  private static final int DIGITS = 25;

  private final Operation operation;
  private final Arguments arguments;
  private final Tensor result;

  FailureText(Operation operation, Arguments arguments, Tensor result) {
    this.operation = operation;
    this.arguments = arguments;
    this.result = result;
  }

  /** One element that isn't as it should be. */
  String of(Element element) {
    ElementError error = record(element);
    String where =
        "  at %s: result %s, exact value %s"
            .formatted(position(element.index()), error.result(), exact(error));
    String input = error.input().isEmpty() ? "" : "\n    input " + error.input();
    boolean finite = Double.isFinite(element.result()) && element.exact().special().isEmpty();
    return finite ? where + "\n    " + measures(element) + input : where + input;
  }

  private String measures(Element element) {
    if (!result.dtype().isFloat()) {
      return String.format(Locale.ROOT, "error %.4g, none allowed", element.error());
    }
    double ulps = result.dtype().ulps(element.error(), element.exact().estimate());
    String over =
        element.allowed() == 0
            ? ""
            : String.format(Locale.ROOT, ", err/bound %.4g", element.overBound());
    return String.format(
        Locale.ROOT,
        "error %.4g = %s ulp, allowed %.4g%s",
        element.error(),
        count(ulps),
        element.allowed(),
        over);
  }

  private static String count(double ulps) {
    return String.format(Locale.ROOT, ulps < 1e6 ? "%.2f" : "%.3g", ulps);
  }

  private static String exact(ElementError error) {
    return error.lower().equals(error.upper())
        ? error.lower()
        : "in [" + error.lower() + ", " + error.upper() + "]";
  }

  /** The same as data. */
  ElementError record(Element element) {
    return new ElementError(
        element.index(),
        inputs(element.index()),
        withBits(result, element.index()),
        end(element.exact(), RoundingMode.FLOOR),
        end(element.exact(), RoundingMode.CEILING),
        element.allowed(),
        element.error());
  }

  /** An end of the enclosure, rounded outwards to 25 significant digits. */
  static String end(Enclosure exact, RoundingMode outwards) {
    if (exact.special().isPresent()) {
      return Double.toString(exact.special().getAsDouble());
    }
    if (exact.isUnbounded()) {
      return outwards == RoundingMode.FLOOR ? "-Infinity" : "Infinity";
    }
    BigDecimal end = outwards == RoundingMode.FLOOR ? exact.lower() : exact.upper();
    BigDecimal rounded = end.round(new MathContext(DIGITS, outwards));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
  }

  /** Those inputs that have an element at that place, in the order of the signature. */
  private String inputs(int index) {
    List<String> named = new ArrayList<>();
    for (Input input : operation.signature().inputs()) {
      arguments
          .optionalInput(input.name())
          .filter(tensor -> tensor.shape().equals(result.shape()))
          .ifPresent(t -> named.add(input.name() + position(index) + " = " + withBits(t, index)));
    }
    return String.join(", ", named);
  }

  private String position(int index) {
    Shape shape = result.shape();
    int[] coordinates = new int[shape.rank()];
    int rest = index;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      coordinates[axis] = rest % shape.length(axis);
      rest /= shape.length(axis);
    }
    return IntStream.of(coordinates)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The element and, of a float, its bits. */
  static String withBits(Tensor tensor, int index) {
    String text = NumberLiteral.format(tensor, index);
    if (!tensor.dtype().isFloat()) {
      return text;
    }
    return text + " (0x" + hex(tensor.dtype(), tensor.number(index)) + ")";
  }

  private static String hex(DType dtype, double value) {
    int digits = dtype == DType.FLOAT64 ? 16 : dtype == DType.FLOAT32 ? 8 : 4;
    String hex = Long.toHexString(BinaryFormats.bits(dtype, value));
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }
}
