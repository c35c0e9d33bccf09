package io.crosscheck.exact;

/**
 * An end of an interval: a number of the stage's format, or an infinity for an end without bound.
 */
interface Endpoint<E extends Endpoint<E>> extends Comparable<E> {

  /** −1, 0 or 1. */
  int signum();

  boolean isInfinite();

  E negated();

  /** The same number or infinity. */
  BigFloat exactly();
}
