package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;

/**
 * One operation of the specification: what it takes, what it refuses, what it means exactly and how
 * far a float result may lie from that. Arguments are those that {@link Signature#bind} returned.
 */
public interface Operation {

  Signature signature();

  /**
   * The result's dtype and shape.
   *
   * @throws RefusedException where the specification refuses these arguments
   */
  Header header(Arguments arguments, Choices choices);

  /**
   * The exact result in row-major order, as enclosures of that stage. The arguments must have
   * passed {@link #header} with the same choices.
   */
  Real[] exact(Arguments arguments, Choices choices, Stage stage);

  /** The same, element by element: for operations whose elements can be had one at a time. */
  default ExactElements elements(Arguments arguments, Choices choices, Stage stage) {
    return new WholeResult(exact(arguments, choices, stage));
  }

  /**
   * The error allowed for an implementation that computes with unit roundoff {@link Terms#u}, apart
   * from the rounding of a 16-bit result and from underflow, which the verdict adds.
   */
  ErrorBound bound(Arguments arguments, Terms terms);

  default String name() {
    return signature().name();
  }
}
