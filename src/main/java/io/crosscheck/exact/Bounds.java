package io.crosscheck.exact;

/**
 * Two numbers with an exact result strictly between them, or that result itself, twice.
 *
 * @param lower below the result, or equal to it and to {@code upper}
 * @param upper above the result, or equal to it and to {@code lower}
 */
record Bounds<E extends Endpoint<E>>(E lower, E upper) {

  static <E extends Endpoint<E>> Bounds<E> exactly(E result) {
    return new Bounds<>(result, result);
  }

  boolean isExact() {
    return lower.compareTo(upper) == 0;
  }
}
