package io.crosscheck.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Nested lists such as {@code [[1, 2.5], [NaN, -0.0]]}; their depth and lengths give the shape. A
 * bare number is a scalar. Ragged lists, missing commas and anything left over are refused with
 * their position, counted from 1.
 */
public final class TensorLiteral {

  private final String text;
  private final DType dtype;
  private final List<String> elements = new ArrayList<>();
  private int position;

  private TensorLiteral(String text, DType dtype) {
    this.text = text.strip();
    this.dtype = dtype;
  }

  /** The texts of a literal's elements in row-major order, and its shape. */
  public record Parts(List<String> elements, Shape shape) {}

  /** The tensor that {@code text} denotes. */
  public static Tensor parse(String text, DType dtype) {
    Parts parts = read(text, dtype);
    return ofElements(parts.elements(), dtype, parts.shape());
  }

  /** The elements of {@code text} as written; each has been checked to denote one of dtype. */
  public static Parts read(String text, DType dtype) {
    TensorLiteral literal = new TensorLiteral(text, dtype);
    int[] lengths = literal.value();
    literal.skipSpace();
    if (literal.position < literal.text.length()) {
      throw literal.refused("nothing may follow the tensor");
    }
    return new Parts(List.copyOf(literal.elements), Shape.of(lengths));
  }

  /** The tensor of that shape with these element texts in row-major order. */
  public static Tensor ofElements(List<String> elements, DType dtype, Shape shape) {
    if (dtype.isFloat()) {
      double[] numbers =
          elements.stream().mapToDouble(e -> NumberLiteral.parse(e, dtype)).toArray();
      return Tensor.ofNumbers(dtype, shape, numbers);
    }
    long[] integers =
        elements.stream().mapToLong(e -> NumberLiteral.parseInteger(e, dtype)).toArray();
    return Tensor.ofIntegers(dtype, shape, integers);
  }

  /** The nested list that reads back as the same tensor. */
  public static String format(Tensor tensor) {
    StringBuilder out = new StringBuilder();
    format(tensor, 0, 0, tensor.size(), out);
    return out.toString();
  }

  private static void format(Tensor tensor, int axis, int from, int count, StringBuilder out) {
    if (axis == tensor.shape().rank()) {
      out.append(NumberLiteral.format(tensor, from));
      return;
    }
    int length = tensor.shape().length(axis);
    out.append('[');
    for (int i = 0; i < length; i++) {
      out.append(i == 0 ? "" : ", ");
      format(tensor, axis + 1, from + i * (count / length), count / length, out);
    }
    out.append(']');
  }

  /** Reads one value and returns its shape. */
  private int[] value() {
    skipSpace();
    if (position == text.length()) {
      throw refused("a number or [ expected");
    }
    return text.charAt(position) == '[' ? list() : number();
  }

  private int[] list() {
    position++;
    skipSpace();
    if (peek() == ']') {
      position++;
      return new int[] {0};
    }
    int[] first = value();
    int length = 1;
    for (skipSpace(); peek() == ','; skipSpace()) {
      position++;
      skipSpace();
      int at = position;
      int[] next = value();
      if (!Arrays.equals(first, next)) {
        position = at;
        throw refused("this entry has another shape than the first of its list");
      }
      length++;
    }
    if (peek() != ']') {
      throw refused("a comma or ] expected");
    }
    position++;
    int[] lengths = new int[first.length + 1];
    lengths[0] = length;
    System.arraycopy(first, 0, lengths, 1, first.length);
    return lengths;
  }

  private int[] number() {
    int start = position;
    while (position < text.length() && ",[] \t\r\n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String element = text.substring(start, position);
    try {
      if (dtype.isFloat()) {
        NumberLiteral.parse(element, dtype);
      } else {
        NumberLiteral.parseInteger(element, dtype);
      }
    } catch (IllegalArgumentException e) {
      position = start;
      throw refused(String.valueOf(e.getMessage()));
    }
    elements.add(element);
    return new int[0];
  }

  private char peek() {
    return position < text.length() ? text.charAt(position) : 0;
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "tensor \"" + text + "\", position " + (position + 1) + ": " + why);
  }
}
