package io.crosscheck.exact;

/**
 * One end of an interval.
 *
 * @param at where it lies
 * @param open whether the number is known not to lie there; that decides signs next to 0 and
 *     roundings next to a tie, however much smaller than the precision the distance is
 */
record End<E extends Endpoint<E>>(E at, boolean open) {

  End<E> negated() {
    return new End<>(at.negated(), open);
  }

  /**
   * The lower of two candidates for a lower end; of equal ones the closed one, which claims less.
   */
  static <E extends Endpoint<E>> End<E> lower(End<E> a, End<E> b) {
    int order = a.at.compareTo(b.at);
    return order < 0 || (order == 0 && !a.open) ? a : b;
  }

  /** The higher of two candidates for an upper end. */
  static <E extends Endpoint<E>> End<E> upper(End<E> a, End<E> b) {
    int order = a.at.compareTo(b.at);
    return order > 0 || (order == 0 && !a.open) ? a : b;
  }
}
