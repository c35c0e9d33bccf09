package io.crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
    List<Case> cases) {

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
  }

  /**
   * The report that {@code tree} holds; members it does not know are ignored.
   *
   * @throws IOException where the tree is no report of this schema
   */
  public static RunReport of(JsonNode tree) throws IOException {
    return Json.MAPPER.treeToValue(tree, RunReport.class);
  }
}
