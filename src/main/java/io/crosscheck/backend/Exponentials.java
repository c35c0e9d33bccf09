package io.crosscheck.backend;

import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/**
 * The exponentials that a built-in backend computes in its own way; {@link PlainKernels} makes
 * every operation of them.
 */
public interface Exponentials {

  /**
   * The softmax of each slice of {@code logits}, in their layout, before it is rounded to their
   * dtype. A slice with a NaN, a +Infinity or nothing above −Infinity is all NaN.
   */
  double[] softmax(Tensor logits, Slices slices);

  /** The maximum and the logarithm of the shifted sum of each slice. */
  LogSums logSums(Tensor logits, Slices slices);

  /** 1/(1+exp(−x)) of each element, before it is rounded to the dtype. */
  double[] sigmoid(Tensor logits);
}
