package io.crosscheck.protocol;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Base64;

/** The elements of a tensor as base64 of their little-endian bytes; a bool is the byte 0 or 1. */
final class ElementBits {

  private ElementBits() {}

  static String encode(Tensor tensor) {
    return Base64.getEncoder().encodeToString(ElementBytes.of(tensor));
  }

  static Tensor decode(String base64, DType dtype, Shape shape) throws ProtocolException {
    byte[] bytes = bytes(base64);
    try {
      return ElementBytes.tensor(dtype, shape, bytes);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(String base64) throws ProtocolException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("\"bits\" is not base64: " + e.getMessage());
    }
  }
}
