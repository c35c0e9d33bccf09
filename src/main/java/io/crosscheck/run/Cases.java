package io.crosscheck.run;

import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import org.jspecify.annotations.Nullable;

/** Cases as reports hold them. */
final class Cases {

  private Cases() {}

  /** A case that has run. */
  static Case of(
      SpecifiedCase specified,
      Outcome outcome,
      double seconds,
      @Nullable String message,
      Attached attached) {
    return new Case(
        specified.id(),
        specified.requirement().id(),
        specified.requirement().level(),
        specified.requirement().feature(),
        specified.requirement().text(),
        specified.scenario(),
        specified.example(),
        specified.operation(),
        specified.dtype(),
        outcome,
        seconds,
        message,
        attached.request(),
        null,
        attached.worstOverBound(),
        attached.observed());
  }

  /** A case that did not run. */
  static Case unrun(SpecifiedCase specified, Outcome outcome, @Nullable String message) {
    return of(specified, outcome, 0, message, Attached.nothing());
  }
}
