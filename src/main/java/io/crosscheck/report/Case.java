package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One case and what became of it.
 *
 * @param requirement id of the requirement that it tests
 * @param example the cells of its example row, empty for a plain scenario
 * @param seconds wall clock of the whole case
 * @param message why it did not pass: the mismatch, the reason or the error
 * @param request the request in the protocol's form that reproduces a failure or error
 * @param stderr what an adapter wrote to stderr meanwhile
 * @param worstOverBound the largest error divided by the error allowed
 * @param observed the value seen at each choice that it tells apart
 * @param expectation what the user expected of it, where that wasn't a pass
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record Case(
    String id,
    String requirement,
    Level level,
    String feature,
    String rule,
    String scenario,
    String example,
    String operation,
    String dtype,
    Outcome outcome,
    double seconds,
    @Nullable String message,
    @Nullable JsonNode request,
    @Nullable String stderr,
    @Nullable Double worstOverBound,
    Map<String, String> observed,
    @Nullable Expectation expectation) {

  /** Refuses a case without the members that every rendering needs. */
  public Case {
    Objects.requireNonNull(requirement, "requirement");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** A case of which nothing but a pass was expected. */
  public Case(
      String id,
      String requirement,
      Level level,
      String feature,
      String rule,
      String scenario,
      String example,
      String operation,
      String dtype,
      Outcome outcome,
      double seconds,
      @Nullable String message,
      @Nullable JsonNode request,
      @Nullable String stderr,
      @Nullable Double worstOverBound,
      Map<String, String> observed) {
    this(
        id,
        requirement,
        level,
        feature,
        rule,
        scenario,
        example,
        operation,
        dtype,
        outcome,
        seconds,
        message,
        request,
        stderr,
        worstOverBound,
        observed,
        null);
  }

  /** The same case, with what became of it in the light of an expectation. */
  public Case against(Expectation expected, Outcome outcome, @Nullable String message) {
    return new Case(
        id,
        requirement,
        level,
        feature,
        rule,
        scenario,
        example,
        operation,
        dtype,
        outcome,
        seconds,
        message,
        request,
        stderr,
        worstOverBound,
        observed,
        expected);
  }
}
