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
  EXCLUDED;

  /** The name in JSON and on pages, such as {@code passed}. */
  @JsonValue
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the implementation answered and was judged, or broke in trying. */
  public boolean isJudged() {
    return this == PASSED || isBad();
  }

  /** Whether a reader has to look at the case. */
  public boolean isBad() {
    return this == FAILED || this == ERRORED;
  }
}
