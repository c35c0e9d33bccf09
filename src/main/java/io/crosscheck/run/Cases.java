package io.crosscheck.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.crosscheck.report.Case;
import io.crosscheck.report.Json;
import io.crosscheck.report.Outcome;
import io.crosscheck.verdict.Findings;
import io.crosscheck.verdict.Reproduction;
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
      Findings findings) {
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
        outcome.isBad() ? request(findings) : null,
        findings.stderr().isEmpty() ? null : findings.stderr(),
        findings.worstOverBound(),
        findings.observed());
  }

  private static @Nullable JsonNode request(Findings findings) {
    return findings.request().map(Reproduction::line).map(Cases::parsed).orElse(null);
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request that is no JSON: " + line, e);
    }
  }

  /** A case that did not run. */
  static Case unrun(SpecifiedCase specified, Outcome outcome, @Nullable String message) {
    return of(specified, outcome, 0, message, Findings.NOTHING);
  }
}
