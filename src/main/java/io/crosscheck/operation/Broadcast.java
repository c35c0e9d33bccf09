package io.crosscheck.operation;

import io.crosscheck.tensor.Shape;
import java.util.Optional;

/**
 * Where each element of a shape reads from in a tensor that is broadcast to it, by NumPy's rule.
 */
public final class Broadcast {

  private final int[] lengths;
  private final int[] strides;

  private Broadcast(int[] lengths, int[] strides) {
    this.lengths = lengths;
    this.strides = strides;
  }

  /** The broadcast of {@code from} to exactly {@code to}; empty if the shapes don't admit it. */
  public static Optional<Broadcast> of(Shape from, Shape to) {
    int missing = to.rank() - from.rank();
    if (missing < 0) {
      return Optional.empty();
    }
    int[] strides = new int[to.rank()];
    int stride = 1;
    for (int axis = to.rank() - 1; axis >= missing; axis--) {
      int length = from.length(axis - missing);
      if (length != 1 && length != to.length(axis)) {
        return Optional.empty();
      }
      strides[axis] = length == 1 ? 0 : stride;
      stride *= length;
    }
    return Optional.of(new Broadcast(to.toArray(), strides));
  }

  /** The flat index in the broadcast tensor for flat index {@code i} of the wider shape. */
  public int source(int i) {
    int rest = i;
    int source = 0;
    for (int axis = lengths.length - 1; axis >= 0; axis--) {
      source += rest % lengths[axis] * strides[axis];
      rest /= lengths[axis];
    }
    return source;
  }
}
