package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Real;

/** A result whose elements are all computed together. */
final class WholeResult implements ExactElements {

  private final Real[] elements;

  WholeResult(Real[] elements) {
    this.elements = elements;
  }

  @Override
  public Real at(int i) {
    return elements[i];
  }

  @Override
  public Balls balls(int i) {
    return Balls.NONE;
  }
}
