package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Real;

/** The part of an exact result that comes from one slice of the arguments. */
@FunctionalInterface
interface ResultSlice {

  /** The result at position {@code k} of the slice. */
  Real at(int k);

  /**
   * Sets elements start, start + stride, … of {@code balls} to the results, where the slice has
   * them in arrays, and returns whether it has.
   */
  default boolean fill(Balls balls, int start, int stride) {
    return false;
  }
}
