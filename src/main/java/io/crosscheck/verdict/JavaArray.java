package io.crosscheck.verdict;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tensors as tests hold them: a {@link Tensor} itself, a rectangular array of any rank of float,
 * double, int, long or boolean, or one such value boxed, which has rank 0.
 */
final class JavaArray {

  private JavaArray() {}

  /** {@code value} in the dtype that its Java type names; refuses anything else. */
  static Tensor tensor(Object value) {
    if (value instanceof Tensor tensor) {
      return tensor;
    }
    DType dtype = dtype(value);
    int[] lengths = lengths(value);
    Shape shape = Shape.of(lengths);
    return dtype.isFloat()
        ? Tensor.ofNumbers(dtype, shape, numbers(value, lengths))
        : Tensor.ofIntegers(dtype, shape, integers(value, lengths));
  }

  /**
   * {@code value} as a result in {@code dtype}: Java has no 16-bit floats, and any integer type may
   * hold an index, so numbers of such dtypes may come in another type that holds them exactly.
   * Where the two don't fit, the dtype stays that of the Java type, for the verdict to reject.
   */
  static Tensor result(Object value, DType dtype) {
    Tensor given = tensor(value);
    if (given.dtype() == dtype || value instanceof Tensor) {
      return given;
    }
    if (dtype.isHalf() && given.dtype().isFloat()) {
      return narrowed(given, dtype);
    }
    return dtype.isInteger() && given.dtype().isInteger()
        ? Tensor.ofIntegers(dtype, given.shape(), given.toLongs())
        : given;
  }

  private static Tensor narrowed(Tensor given, DType dtype) {
    for (int i = 0; i < given.size(); i++) {
      double number = given.number(i);
      if (Double.compare(dtype.round(number), number) != 0) {
        throw new IllegalArgumentException(
            "element %d is %s, which is no %s; expected results rounded to it"
                .formatted(i, NumberLiteral.format(given, i), dtype.token()));
      }
    }
    return Tensor.ofNumbers(dtype, given.shape(), given.toDoubles());
  }

  private static DType dtype(Object value) {
    Class<?> type = value.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    // A boxed number is a scalar; an array of such might hold nulls.
    boolean known = type.isPrimitive() || !value.getClass().isArray();
    return switch (known ? type.getSimpleName().toLowerCase(Locale.ROOT) : "") {
      case "float" -> DType.FLOAT32;
      case "double" -> DType.FLOAT64;
      case "int", "integer" -> DType.INT32;
      case "long" -> DType.INT64;
      case "boolean" -> DType.BOOL;
      default ->
          throw new IllegalArgumentException(
              "a %s is no tensor; expected a Tensor or an array of float, double, int, long or boolean"
                  .formatted(value.getClass().getSimpleName()));
    };
  }

  /** The lengths along the first elements; an axis below an empty one has length 0. */
  private static int[] lengths(Object value) {
    int rank = (int) value.getClass().getName().chars().takeWhile(c -> c == '[').count();
    int[] lengths = new int[rank];
    Object part = value;
    for (int axis = 0; axis < rank && part != null; axis++) {
      lengths[axis] = Array.getLength(part);
      part = lengths[axis] == 0 ? null : Array.get(part, 0);
    }
    return lengths;
  }

  private static double[] numbers(Object value, int[] lengths) {
    double[] numbers = new double[Shape.of(lengths).size()];
    fill(value, lengths, 0, 0, (i, element) -> numbers[i] = ((Number) element).doubleValue());
    return numbers;
  }

  private static long[] integers(Object value, int[] lengths) {
    long[] integers = new long[Shape.of(lengths).size()];
    fill(value, lengths, 0, 0, (i, element) -> integers[i] = integer(element));
    return integers;
  }

  private static long integer(Object element) {
    return element instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) element).longValue();
  }

  /** Hands on the elements below {@code part} and returns the flat index after the last. */
  private static int fill(@Nullable Object part, int[] lengths, int axis, int start, Sink sink) {
    if (axis == lengths.length) {
      sink.put(start, Objects.requireNonNull(part));
      return start + 1;
    }
    if (part == null || Array.getLength(part) != lengths[axis]) {
      String seen = part == null ? "null" : "an array of length " + Array.getLength(part);
      throw new IllegalArgumentException(
          "axis %d holds %s; expected all of length %d, as in shape %s"
              .formatted(axis, seen, lengths[axis], Arrays.toString(lengths)));
    }
    int next = start;
    for (int i = 0; i < lengths[axis]; i++) {
      next = fill(Array.get(part, i), lengths, axis + 1, next, sink);
    }
    return next;
  }

  /** Takes the elements in row-major order. */
  @FunctionalInterface
  private interface Sink {
    void put(int index, Object element);
  }
}
