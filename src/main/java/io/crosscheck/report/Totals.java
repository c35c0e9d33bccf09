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
}
