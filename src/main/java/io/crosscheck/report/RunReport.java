package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that is known of one run over one implementation: report.json. It names no host, user or
 * path.
 *
 * @param schema version of this layout, {@link #SCHEMA}
 * @param accuracy measured errors by operation, then by dtype
 * @param requirements every requirement of the specification, in its order
 * @param cases every case of the run, in its order
 * @param regressions what got worse since the baseline; empty without one
 * @param staleExpectations what was expected of cases that there aren't
 */
public record RunReport(
    int schema,
    Implementation implementation,
    Specification specification,
    Environment environment,
    RunInfo run,
    Totals totals,
    Choices choices,
    Map<String, Map<String, Accuracy>> accuracy,
    List<Requirement> requirements,
    List<Case> cases,
    List<Regression> regressions,
    @JsonProperty("stale_expectations") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Expectation> staleExpectations) {

  /** The layout that this version writes and reads. */
  public static final int SCHEMA = 1;

  /** Refuses another layout and a missing member: a page must not be made of half a report. */
  public RunReport {
    if (schema != SCHEMA) {
      throw new IllegalArgumentException(
          "report of schema " + schema + " - expected " + SCHEMA + " - run the suite again");
    }
    Objects.requireNonNull(implementation, "implementation");
    Objects.requireNonNull(specification, "specification");
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(choices, "choices");
    Objects.requireNonNull(accuracy, "accuracy");
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(cases, "cases");
    // Reports from before there were baselines and expectations lack them.
    regressions = regressions == null ? List.of() : List.copyOf(regressions);
    staleExpectations = staleExpectations == null ? List.of() : List.copyOf(staleExpectations);
  }

  /** A report without a baseline and stale expectations. */
  public RunReport(
      int schema,
      Implementation implementation,
      Specification specification,
      Environment environment,
      RunInfo run,
      Totals totals,
      Choices choices,
      Map<String, Map<String, Accuracy>> accuracy,
      List<Requirement> requirements,
      List<Case> cases) {
    this(
        schema,
        implementation,
        specification,
        environment,
        run,
        totals,
        choices,
        accuracy,
        requirements,
        cases,
        List.of(),
        List.of());
  }

  /** The same with these regressions. */
  public RunReport with(List<Regression> found) {
    return new RunReport(
        schema,
        implementation,
        specification,
        environment,
        run,
        totals,
        choices,
        accuracy,
        requirements,
        cases,
        found,
        staleExpectations);
  }

  /** The same with these expectations that match no case. */
  public RunReport withStale(List<Expectation> stale) {
    return new RunReport(
        schema,
        implementation,
        specification,
        environment,
        run,
        Totals.of(cases, stale),
        choices,
        accuracy,
        requirements,
        cases,
        regressions,
        stale);
  }

  /** The totals of the cases that are there and of the stale expectations. */
  Totals counted() {
    return Totals.of(cases, staleExpectations);
  }

  /** Whether nothing failed, errored, fell behind a baseline or belied an expectation. */
  public boolean conforms() {
    return counted().bad() == 0 && regressions.isEmpty();
  }

  /**
   * The report that {@code tree} holds; members it does not know are ignored.
   *
   * @throws IOException where the tree is no report of this schema
   */
  public static RunReport of(JsonNode tree) throws IOException {
    if (!tree.isObject()) {
      throw new IOException("it is no JSON object");
    }
    return Json.MAPPER.treeToValue(tree, RunReport.class);
  }

  /**
   * The report in a file.
   *
   * @throws IOException where there is no such file or it holds no report of this schema
   */
  public static RunReport read(Path file) throws IOException {
    return of(Json.MAPPER.readTree(Files.readString(file)));
  }
}
