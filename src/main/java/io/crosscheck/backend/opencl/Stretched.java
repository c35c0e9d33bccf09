package io.crosscheck.backend.opencl;

import io.crosscheck.operation.Broadcast;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;

/** Tensors laid out over a larger shape, for kernels that know one layout only. */
final class Stretched {

  private Stretched() {}

  /** The elements of {@code tensor} broadcast to {@code shape}. */
  static double[] to(Shape shape, Tensor tensor) {
    if (tensor.shape().equals(shape)) {
      return tensor.toDoubles();
    }
    Broadcast broadcast = Broadcast.of(tensor.shape(), shape).orElseThrow();
    double[] wide = new double[shape.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = tensor.number(broadcast.source(i));
    }
    return wide;
  }

  /** The same, with labels t smoothed to t(1−α) + α/classes. */
  static double[] smoothed(Shape shape, Tensor labels, double alpha, int classes) {
    double[] smooth = to(shape, labels);
    for (int i = 0; alpha != 0 && i < smooth.length; i++) {
      smooth[i] = smooth[i] * (1 - alpha) + alpha / classes;
    }
    return smooth;
  }
}
