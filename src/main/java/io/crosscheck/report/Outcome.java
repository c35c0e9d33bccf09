package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a case. A closed set; none is ever folded into another. */
public enum Outcome {
  PASSED,
  FAILED,
  /** The implementation does not claim the case, or says so when asked. */
  UNSUPPORTED,
  /** It crashed, ran out of time or broke the protocol. */
  ERRORED,
  /** Left out by the user's filter. */
  EXCLUDED,
  /** Failed or errored as the user's {@link Expectation} has it. */
  EXPECTED_FAILURE,
  /** Passed, although the user expected that it would not. */
  UNEXPECTED_PASS;

  /** The name in JSON and on pages, such as {@code passed}. */
  @JsonValue
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the implementation answered and was judged, or broke in trying. */
  public boolean isJudged() {
    return this == PASSED || this == EXPECTED_FAILURE || isBad();
  }

  /**
   * Whether this is a step back from {@code earlier}: first comes passed, then unsupported, failed
   * and errored; expecting a failure makes it no better. Refused for {@code excluded}, which says
   * nothing of the implementation.
   */
  boolean isWorseThan(Outcome earlier) {
    return rank() > earlier.rank();
  }

  private int rank() {
    return switch (this) {
      case PASSED, UNEXPECTED_PASS -> 0;
      case UNSUPPORTED -> 1;
      case FAILED, EXPECTED_FAILURE -> 2;
      case ERRORED -> 3;
      case EXCLUDED -> throw new IllegalArgumentException("an excluded case has no rank");
    };
  }

  /** Whether a reader has to look at the case. */
  public boolean isBad() {
    return this == FAILED || this == ERRORED || this == UNEXPECTED_PASS;
  }
}
