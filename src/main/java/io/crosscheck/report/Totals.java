package io.crosscheck.report;

import java.util.List;

/** How many cases had each outcome. */
public record Totals(int passed, int failed, int unsupported, int errored, int excluded) {

  /** The totals of these cases. */
  public static Totals of(List<Case> cases) {
    int[] counts = new int[Outcome.values().length];
    cases.forEach(c -> counts[c.outcome().ordinal()]++);
    return new Totals(
        counts[Outcome.PASSED.ordinal()],
        counts[Outcome.FAILED.ordinal()],
        counts[Outcome.UNSUPPORTED.ordinal()],
        counts[Outcome.ERRORED.ordinal()],
        counts[Outcome.EXCLUDED.ordinal()]);
  }

  /** The totals of the cases at that level. */
  static Totals of(List<Case> cases, Level level) {
    return of(cases.stream().filter(c -> c.level() == level).toList());
  }

  /** Cases that were put to the implementation and that it claimed. */
  int judged() {
    return passed + failed + errored;
  }

  /** Cases that a reader has to look at. */
  int bad() {
    return failed + errored;
  }
}
