package io.crosscheck.operation;

/** The error allowed for each element of a result, in absolute terms. */
@FunctionalInterface
public interface ErrorBound {

  /** No error at all, not even that of underflow: one-hot, masks, gathers. */
  ErrorBound EXACT =
      new ErrorBound() {
        @Override
        public double at(int element, double exact) {
          return 0;
        }

        @Override
        public boolean isExact(int element) {
          return true;
        }
      };

  /**
   * The allowed |result − exact value|.
   *
   * @param element flat index in the result
   * @param exact the exact value, to double precision
   */
  double at(int element, double exact);

  /** At most what {@link #at} gives, for less work; 0 where there is no such shortcut. */
  default double least(int element, double exact) {
    return 0;
  }

  /** Whether the element must equal its exact value; else underflow may add to the bound. */
  default boolean isExact(int element) {
    return false;
  }
}
