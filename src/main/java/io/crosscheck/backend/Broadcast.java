package io.crosscheck.backend;

import io.crosscheck.tensor.Shape;

/**
 * Where the elements of a tensor repeat when it is stretched to a larger shape: axes are aligned at
 * the end, and missing axes and axes of length 1 repeat.
 */
final class Broadcast {

  private final int[] lengths;
  private final int[] strides;

  /** {@code from} stretched to {@code to}. */
  Broadcast(Shape from, Shape to) {
    lengths = to.toArray();
    strides = new int[lengths.length];
    int stride = 1;
    for (int axis = from.rank() - 1; axis >= 0; axis--) {
      int length = from.length(axis);
      strides[axis + lengths.length - from.rank()] = length == 1 ? 0 : stride;
      stride *= length;
    }
  }

  /** The flat index in the smaller tensor of the element at flat index {@code index} in the larger. */
  int source(int index) {
    int source = 0;
    int rest = index;
    for (int axis = lengths.length - 1; axis >= 0; axis--) {
      source += rest % lengths[axis] * strides[axis];
      rest /= lengths[axis];
    }
    return source;
  }
}
