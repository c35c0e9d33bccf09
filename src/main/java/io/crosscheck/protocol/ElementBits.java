package io.crosscheck.protocol;

import io.crosscheck.tensor.BinaryFormats;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The elements of a tensor as base64 of their little-endian bytes; a bool is the byte 0 or 1. */
final class ElementBits {

  private ElementBits() {}

  static String encode(Tensor tensor) {
    DType dtype = tensor.dtype();
    int width = width(dtype);
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(tensor.size(), width));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < tensor.size(); i++) {
      put(bytes, width, dtype.isFloat() ? floatBits(tensor, i) : tensor.integer(i));
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  static Tensor decode(String base64, DType dtype, Shape shape) throws ProtocolException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(base64)).order(ByteOrder.LITTLE_ENDIAN);
    int width = width(dtype);
    if (bytes.capacity() != (long) shape.size() * width) {
      throw new ProtocolException(
          "shape "
              + shape
              + " needs "
              + (long) shape.size() * width
              + " bytes of "
              + dtype.token()
              + ", got "
              + bytes.capacity());
    }
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
        throw new ProtocolException(
            "byte " + i + " of a bool is " + integers[i] + "; expected 0 or 1");
      }
    }
    return Tensor.ofIntegers(dtype, shape, integers);
  }

  private static byte[] bytes(String base64) throws ProtocolException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("\"bits\" is not base64: " + e.getMessage());
    }
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
