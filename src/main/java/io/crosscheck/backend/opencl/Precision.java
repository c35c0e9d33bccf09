package io.crosscheck.backend.opencl;

import io.crosscheck.tensor.DType;

/** The type that a device computes in. */
enum Precision {
  /** For float32 and, by exact conversion on the host, for float16 and bfloat16. */
  SINGLE(DType.FLOAT32, Float.BYTES, ""),
  /** For float64. */
  DOUBLE(DType.FLOAT64, Double.BYTES, " -D DOUBLE");

  private final DType dtype;
  private final int bytes;
  private final String option;

  Precision(DType dtype, int bytes, String option) {
    this.dtype = dtype;
    this.bytes = bytes;
    this.option = option;
  }

  /** What tensors of that float dtype are computed in. */
  static Precision of(DType dtype) {
    return dtype == DType.FLOAT64 ? DOUBLE : SINGLE;
  }

  DType dtype() {
    return dtype;
  }

  /** Bytes of one element. */
  int bytes() {
    return bytes;
  }

  /** What the compiler of kernels is told. */
  String option() {
    return option;
  }

  /** The largest number of this type that isn't above {@code x}. */
  double floor(double x) {
    double rounded = dtype.round(x);
    return rounded > x ? Math.nextDown((float) rounded) : rounded;
  }

  /** The smallest number of this type that isn't below {@code x}. */
  double ceiling(double x) {
    return -floor(-x);
  }
}
