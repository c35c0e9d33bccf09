package io.crosscheck.search;

import io.crosscheck.verdict.Measurement;
import io.crosscheck.verdict.Outcome;
import io.crosscheck.verdict.Verdict;

/**
 * How bad an answer is.
 *
 * @param overBound the largest error divided by the error allowed; infinite where the answer is
 *     wrong by kind or broke off, negative where there is none
 */
record Score(double overBound, Verdict verdict) {

  private static final double NONE = -1;

  static Score of(Verdict verdict) {
    return new Score(overBound(verdict), verdict);
  }

  private static double overBound(Verdict verdict) {
    if (verdict.outcome() == Outcome.UNSUPPORTED) {
      return NONE;
    }
    double measured = verdict.measurement().map(m -> m.worstOverBound()).orElse(0.0);
    if (verdict.passed()) {
      return measured;
    }
    // A special value where a number belongs has no error that could be measured.
    boolean wrongByKind = verdict.measurement().map(Score::isInfinite).orElse(true);
    return wrongByKind || measured <= 1 ? Double.POSITIVE_INFINITY : measured;
  }

  private static boolean isInfinite(Measurement measurement) {
    return measurement.overBounds().values().stream().anyMatch(o -> o.isInfinite());
  }

  /** Whether it lies beyond the bound, or broke off. */
  boolean isViolation() {
    return !verdict.passed() && verdict.outcome() != Outcome.UNSUPPORTED;
  }

  /** Whether both are numbers beyond the bound, or wrong by kind, or broke off. */
  boolean isSameKind(Score other) {
    return isCrash() == other.isCrash()
        && Double.isInfinite(overBound) == Double.isInfinite(other.overBound);
  }

  /** Whether the implementation broke instead of answering. */
  boolean isCrash() {
    return verdict.outcome() == Outcome.ERRORED;
  }
}
