package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many cases had each outcome.
 *
 * @param staleExpectation how many expectations match no case
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Totals(
    int passed,
    int failed,
    int unsupported,
    int errored,
    int excluded,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int expectedFailure,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int unexpectedPass,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int staleExpectation) {

  /** The totals of a run against which nothing was expected. */
  public Totals(int passed, int failed, int unsupported, int errored, int excluded) {
    this(passed, failed, unsupported, errored, excluded, 0, 0, 0);
  }

  /** The totals of these cases and of the expectations that match none. */
  public static Totals of(List<Case> cases, List<Expectation> stale) {
    Totals t = of(cases);
    return new Totals(
        t.passed,
        t.failed,
        t.unsupported,
        t.errored,
        t.excluded,
        t.expectedFailure,
        t.unexpectedPass,
        stale.size());
  }

  /** The totals of these cases. */
  public static Totals of(List<Case> cases) {
    int[] counts = new int[Outcome.values().length];
    cases.forEach(c -> counts[c.outcome().ordinal()]++);
    return new Totals(
        counts[Outcome.PASSED.ordinal()],
        counts[Outcome.FAILED.ordinal()],
        counts[Outcome.UNSUPPORTED.ordinal()],
        counts[Outcome.ERRORED.ordinal()],
        counts[Outcome.EXCLUDED.ordinal()],
        counts[Outcome.EXPECTED_FAILURE.ordinal()],
        counts[Outcome.UNEXPECTED_PASS.ordinal()],
        0);
  }

  /** The totals of the cases at that level. */
  static Totals of(List<Case> cases, Level level) {
    return of(cases.stream().filter(c -> c.level() == level).toList());
  }

  /** Cases that were put to the implementation and that it claimed. */
  int judged() {
    return passed + failed + errored + expectedFailure + unexpectedPass;
  }

  /** What a reader has to look at. */
  int bad() {
    return failed + errored + unexpectedPass + staleExpectation;
  }

  /**
   * What the expectations made of the run, such as {@code 2 expected failures, 1 unexpected pass};
   * empty if they had no part in it.
   */
  public String againstExpectations() {
    return Stream.of(
            counted(expectedFailure, "expected failure", "s"),
            counted(unexpectedPass, "unexpected pass", "es"),
            counted(staleExpectation, "stale expectation", "s"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(int count, String what, String plural) {
    return count == 0 ? "" : count + " " + what + (count == 1 ? "" : plural);
  }
}
