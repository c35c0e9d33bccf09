package io.crosscheck.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The elements of a tensor as little-endian bytes in row-major order; a bool is the byte 0 or 1.
 */
public final class ElementBytes {

  private ElementBytes() {}

  /** The bytes of all elements; every NaN has the one payload. */
  public static byte[] of(Tensor tensor) {
    DType dtype = tensor.dtype();
    int width = width(dtype);
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), width));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      put(bytes, width, dtype.isFloat() ? floatBits(tensor, i) : tensor.integer(i));
    }
    return bytes.array();
  }

  /**
   * The tensor of these bytes.
   *
   * @throws IllegalArgumentException for another number of bytes, or a bool that is neither 0 nor 1
   */
  public static Tensor tensor(DType dtype, Shape shape, byte[] elements) {
    int width = width(dtype);
    if (elements.length != (long) shape.size() * width) {
      throw new IllegalArgumentException(
          "shape %s needs %d bytes of %s, got %d"
              .formatted(shape, (long) shape.size() * width, dtype.token(), elements.length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(elements).order(ByteOrder.LITTLE_ENDIAN);
    if (dtype.isFloat()) {
      double[] numbers = new double[shape.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = BinaryFormats.value(dtype, get(bytes, width));
      }
      return Tensor.ofNumbers(dtype, shape, numbers);
    }
    long[] integers = new long[shape.size()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = get(bytes, width);
      if (dtype == DType.BOOL && integers[i] != 0 && integers[i] != 1) {
        throw new IllegalArgumentException(
            "byte " + i + " of a bool is " + integers[i] + "; expected 0 or 1");
      }
    }
    return Tensor.ofIntegers(dtype, shape, integers);
  }

  // The payload of a NaN means nothing, so that there is one NaN.
  private static long floatBits(Tensor tensor, int i) {
    return BinaryFormats.bits(tensor.dtype(), tensor.number(i));
  }

  private static int width(DType dtype) {
    return switch (dtype) {
      case BOOL -> 1;
      case FLOAT16, BFLOAT16 -> 2;
      case FLOAT32, INT32 -> 4;
      case FLOAT64, INT64 -> 8;
    };
  }

  private static void put(ByteBuffer bytes, int width, long bits) {
    switch (width) {
      case 1 -> bytes.put((byte) bits);
      case 2 -> bytes.putShort((short) bits);
      case 4 -> bytes.putInt((int) bits);
      default -> bytes.putLong(bits);
    }
  }

  private static long get(ByteBuffer bytes, int width) {
    return switch (width) {
      case 1 -> bytes.get();
      case 2 -> bytes.getShort();
      case 4 -> bytes.getInt();
      default -> bytes.getLong();
    };
  }
}
