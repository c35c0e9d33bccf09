package io.crosscheck.operation;

/** The error allowed for each element of a result, in absolute terms. */
@FunctionalInterface
public interface ErrorBound {

  /** No error at all: one-hot, masks, gathers. */
  ErrorBound EXACT = (element, exact) -> 0;

  /**
   * The allowed |result − exact value|.
   *
   * @param element flat index in the result
   * @param exact the exact value, to double precision
   */
  double at(int element, double exact);
}
