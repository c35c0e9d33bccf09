package io.crosscheck.backend;

import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Tensor;

/** Results as tensors. */
final class Results {

  private Results() {}

  /** These values rounded to the header's dtype; for ints truncated, for bool true where not 0. */
  static Tensor of(Header header, double... values) {
    if (header.dtype().isFloat()) {
      return Tensor.ofNumbers(header.dtype(), header.shape(), values);
    }
    long[] integers = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] =
          switch (header.dtype()) {
            case BOOL -> values[i] != 0 ? 1 : 0;
            default -> (long) values[i];
          };
    }
    return Tensor.ofIntegers(header.dtype(), header.shape(), integers);
  }
}
