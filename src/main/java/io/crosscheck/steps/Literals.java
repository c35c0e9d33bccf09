package io.crosscheck.steps;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.cucumber.datatable.DataTable;
import io.cucumber.docstring.DocString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what steps write. Cucumber's own conversions are avoided throughout: they turn -0.0 into
 * 0.0 and 1e-25 in a table into 1.0. Whatever can't be read is the scenario's fault.
 */
final class Literals {

  private Literals() {}

  static Tensor tensor(String text, DType dtype) {
    return read(() -> TensorLiteral.parse(text, dtype));
  }

  /** A flat list in row-major order, given that shape. */
  static Tensor tensor(String text, DType dtype, String shape) {
    return read(() -> TensorLiteral.ofElements(flat(text), dtype, shape(shape)));
  }

  static Tensor draw(String family, DType dtype, String shape, String seed) {
    return read(() -> Generator.draw(family, dtype, shape(shape), integer(seed)));
  }

  /** The nested list in a step's data table (a matrix without header) or doc string. */
  static String block(Object argument) {
    if (argument instanceof DocString text) {
      return text.getContent();
    }
    if (argument instanceof DataTable table) {
      return matrix(table.cells());
    }
    throw new SpecificationFault("a table or a doc string is expected below a step that ends in :");
  }

  static double number(String text) {
    return read(() -> NumberLiteral.parse(text, DType.FLOAT64));
  }

  static long integer(String text) {
    return read(() -> NumberLiteral.parseInteger(text, DType.INT64));
  }

  static Shape shape(String text) {
    return read(
        () ->
            Shape.of(
                flat(text).stream()
                    .mapToInt(length -> (int) NumberLiteral.parseInteger(length, DType.INT32))
                    .toArray()));
  }

  /** That choice, and the value as one of those that it may have. */
  static Choice choice(String token, String value) {
    return read(() -> Choice.admitting(token, value));
  }

  static RefusalCode code(String token) {
    return RefusalCode.ofToken(token)
        .orElseThrow(() -> new SpecificationFault("there is no refusal code \"" + token + "\""));
  }

  private static String matrix(List<List<String>> cells) {
    StringBuilder text = new StringBuilder("[");
    for (List<String> row : cells) {
      text.append(text.length() > 1 ? ", [" : "[").append(String.join(", ", row)).append(']');
    }
    return text.append(']').toString();
  }

  private static List<String> flat(String text) {
    String list = text.strip();
    if (!list.startsWith("[") || !list.endsWith("]")) {
      throw new SpecificationFault("\"" + text + "\" is not a list in [ ]");
    }
    List<String> elements = new ArrayList<>();
    String inner = list.substring(1, list.length() - 1);
    if (!inner.isBlank()) {
      for (String element : inner.split(",", -1)) {
        elements.add(element.strip());
      }
    }
    return elements;
  }

  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault(String.valueOf(e.getMessage()));
    }
  }
}
