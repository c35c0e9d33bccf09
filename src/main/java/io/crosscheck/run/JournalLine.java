package io.crosscheck.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.crosscheck.operation.Choice;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finished case, before any expectation: what the specification doesn't say of it, as in a report
 * ({@link Case}), what it leaves open of the choices and what it adds to the accuracy. Written
 * between cases, so it has to be short.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonNaming(SnakeCaseStrategy.class)
record JournalLine(
    String id,
    Outcome outcome,
    double seconds,
    @Nullable String message,
    @Nullable JsonNode request,
    @Nullable String stderr,
    @Nullable Double worstOverBound,
    Map<String, String> observed,
    List<List<Map<Choice, String>>> open,
    List<ErrorSums> errors) {

  /** Refuses a line without a case; empty lists are not written. */
  JournalLine {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(outcome, "outcome");
    observed = observed == null ? Map.of() : observed;
    open = open == null ? List.of() : open;
    errors = errors == null ? List.of() : errors;
  }

  static JournalLine of(Case done, List<List<Map<Choice, String>>> open, List<ErrorSums> errors) {
    return new JournalLine(
        done.id(),
        done.outcome(),
        done.seconds(),
        done.message(),
        done.request(),
        done.stderr(),
        done.worstOverBound(),
        done.observed(),
        open,
        errors);
  }

  /** The case as it is in a report. */
  Case of(SpecifiedCase specified) {
    return new Case(
        id,
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
        request,
        stderr,
        worstOverBound,
        observed);
  }
}
