package io.crosscheck.search;

import java.time.Duration;

/** When a search ends: it looks at nothing else, so that time decides only about the end. */
@FunctionalInterface
public interface Budget {

  /** Whether so many evaluations are enough. */
  boolean isSpent(long evaluations);

  /** So many evaluations, those of an earlier part of the search included. */
  static Budget ofEvaluations(long most) {
    return evaluations -> evaluations >= most;
  }

  /** So much time from now on. */
  static Budget ofTime(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return evaluations -> System.nanoTime() - end >= 0;
  }
}
