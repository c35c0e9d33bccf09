package io.crosscheck.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosscheck.report.Case;
import java.util.List;
import java.util.Objects;

/** A finished case, before any expectation, with all that it adds to the report. */
record JournalLine(@JsonProperty("case") Case done, List<ErrorSums> errors) {

  /** Refuses a line that lacks either. */
  JournalLine {
    Objects.requireNonNull(done, "case");
    Objects.requireNonNull(errors, "errors");
  }
}
