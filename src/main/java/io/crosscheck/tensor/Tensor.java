package io.crosscheck.tensor;

import java.util.Arrays;

/**
 * An immutable n-dimensional array in row-major order. Float elements are exact numbers of their
 * dtype, read as doubles; integer elements and bools (0 or 1) are read as longs.
 */
public final class Tensor {

  private final DType dtype;
  private final Shape shape;
  // Of the float dtypes double[], of the others long[]: exact for every dtype.
  private final double[] numbers;
  private final long[] integers;

  private Tensor(DType dtype, Shape shape, double[] numbers, long[] integers) {
    this.dtype = dtype;
    this.shape = shape;
    this.numbers = numbers;
    this.integers = integers;
    int given = dtype.isFloat() ? numbers.length : integers.length;
    if (given != shape.size()) {
      throw new IllegalArgumentException(
          "shape " + shape + " needs " + shape.size() + " elements, got " + given);
    }
  }

  /** A float tensor; each value is rounded to {@code dtype} (a no-op for numbers of that dtype). */
  public static Tensor ofNumbers(DType dtype, Shape shape, double... values) {
    if (!dtype.isFloat()) {
      throw new IllegalArgumentException(dtype.token() + " is not a float dtype");
    }
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = dtype.round(values[i]);
    }
    return new Tensor(dtype, shape, rounded, new long[0]);
  }

  /** An int32, int64 or bool tensor; refuses values that the dtype doesn't have. */
  public static Tensor ofIntegers(DType dtype, Shape shape, long... values) {
    if (dtype.isFloat()) {
      throw new IllegalArgumentException(dtype.token() + " is a float dtype");
    }
    for (long value : values) {
      boolean fits =
          switch (dtype) {
            case BOOL -> value == 0 || value == 1;
            case INT32 -> value == (int) value;
            default -> true;
          };
      if (!fits) {
        throw new IllegalArgumentException(value + " is no " + dtype.token());
      }
    }
    return new Tensor(dtype, shape, new double[0], values.clone());
  }

  /** A float32 tensor of these elements. */
  public static Tensor ofFloats(Shape shape, float... values) {
    double[] numbers = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = values[i];
    }
    return new Tensor(DType.FLOAT32, shape, numbers, new long[0]);
  }

  public DType dtype() {
    return dtype;
  }

  public Shape shape() {
    return shape;
  }

  /** Number of elements. */
  public int size() {
    return shape.size();
  }

  /** The element at flat index {@code i} as a number; an int64 beyond 2^53 is rounded. */
  public double number(int i) {
    // One comparison for the bounds and for the kind: of an int or bool tensor no number is held.
    return i < numbers.length ? numbers[i] : integers[i];
  }

  /** The element at flat index {@code i} of an int or bool tensor. */
  public long integer(int i) {
    return integers[i];
  }

  /** Whether the element is true (bool), or non-zero. */
  public boolean isTrue(int i) {
    return dtype.isFloat() ? numbers[i] != 0 : integers[i] != 0;
  }

  /** A copy of {@code count} elements as doubles, {@code stride} apart from {@code start} on. */
  public double[] toDoubles(int start, int stride, int count) {
    if (stride == 1 && dtype.isFloat()) {
      return Arrays.copyOfRange(numbers, start, start + count);
    }
    double[] elements = new double[count];
    for (int k = 0; k < count; k++) {
      elements[k] = number(start + k * stride);
    }
    return elements;
  }

  /** A copy of the elements as doubles. */
  public double[] toDoubles() {
    return dtype.isFloat() ? numbers.clone() : Arrays.stream(integers).asDoubleStream().toArray();
  }

  /** A copy of the elements as floats; exact for float32 and the 16-bit dtypes. */
  public float[] toFloats() {
    float[] floats = new float[size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) number(i);
    }
    return floats;
  }

  /** A copy of the elements of an int or bool tensor. */
  public long[] toLongs() {
    return integers.clone();
  }

  /** Whether dtype, shape and every bit agree; all NaNs count as one. */
  @Override
  public boolean equals(Object other) {
    // Arrays.equals on doubles tells -0.0 from 0.0 and holds NaN equal to NaN.
    return other instanceof Tensor tensor
        && dtype == tensor.dtype
        && shape.equals(tensor.shape)
        && Arrays.equals(numbers, tensor.numbers)
        && Arrays.equals(integers, tensor.integers);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(numbers) + Arrays.hashCode(integers);
  }

  @Override
  public String toString() {
    return dtype.token() + " " + TensorLiteral.format(this);
  }
}
