package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Real;

/** An exact result in one stage, whose elements are computed when asked for. */
public interface ExactElements {

  /** Element {@code i}, in row-major order. */
  Real at(int i);

  /**
   * What is known of element {@code i} and its neighbours without a {@link Real} for each; maybe
   * nothing. It stands until the next call.
   */
  Balls balls(int i);
}
