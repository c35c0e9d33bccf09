package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {

  // A mapper that knows nothing of this package: the records carry their own names.
  private final ObjectMapper plain = new ObjectMapper();

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void a_report_read_back_equals_the_one_written() throws IOException {
    RunReport report = Samples.mixed("mine");
    JsonNode tree = plain.readTree(plain.writeValueAsString(report));
    assertEquals(report, RunReport.of(tree));
  }

  @Test
  void regressions_are_read_back_and_may_be_absent() throws IOException {
    RunReport report = Samples.mixed("mine").with(List.of(new Regression("a", "passed", "failed")));
    ObjectNode tree = (ObjectNode) plain.readTree(plain.writeValueAsString(report));
    assertEquals(report, RunReport.of(tree));
    tree.remove("regressions");
    assertEquals(Samples.mixed("mine"), RunReport.of(tree));
  }

  @Test
  void stale_expectations_are_read_back_and_counted() throws IOException {
    Expectation gone = new Expectation("gone*", Outcome.ERRORED, "it crashed");
    RunReport report = Samples.mixed("mine").withStale(List.of(gone));
    assertEquals(new Totals(2, 1, 1, 1, 1, 0, 0, 1), report.totals());
    assertEquals(report, RunReport.of(plain.readTree(plain.writeValueAsString(report))));
    RunReport empty = Samples.report("mine", List.of());
    assertTrue(empty.conforms());
    assertFalse(empty.withStale(List.of(gone)).conforms());
  }

  @Test
  void members_have_the_published_names() {
    JsonNode tree = plain.valueToTree(Samples.mixed("mine"));
    assertEquals(
        List.of(
            "schema",
            "implementation",
            "specification",
            "environment",
            "run",
            "totals",
            "choices",
            "accuracy",
            "requirements",
            "cases",
            "regressions"),
        names(tree));
    assertEquals(
        List.of("name", "version", "language", "url", "backend"),
        names(tree.get("implementation")));
    assertEquals(
        List.of("name", "version", "features", "rules", "cases"), names(tree.get("specification")));
    assertEquals(
        List.of("os", "architecture", "cpu", "cores", "jvm", "libraries"),
        names(tree.get("environment")));
    assertEquals(
        List.of("started", "seconds", "tier", "profile", "filters", "partial"),
        names(tree.get("run")));
    assertEquals(
        List.of("passed", "failed", "unsupported", "errored", "excluded"),
        names(tree.get("totals")));
    assertEquals(List.of("declared", "observed", "nearest_dialect"), names(tree.get("choices")));
    assertEquals(
        List.of("dialect", "agreed", "differing"), names(tree.at("/choices/nearest_dialect/0")));
    assertEquals(
        List.of("id", "level", "text", "feature", "file"), names(tree.get("requirements").get(0)));
  }

  @Test
  void accuracy_and_cases_have_the_published_names() {
    JsonNode accuracy = plain.valueToTree(Samples.accuracy());
    assertEquals(
        List.of(
            "elements",
            "worst_ulp",
            "p999_ulp",
            "mean_ulp",
            "signed_mean_ulp",
            "worst_over_bound",
            "grade",
            "worst"),
        names(accuracy));
    assertEquals(
        List.of(
            "case_id", "index", "input", "result", "lower", "upper", "bound", "error_over_bound"),
        names(accuracy.get("worst")));
    Case full =
        new Case(
            "id",
            "r",
            Level.MAY,
            "f",
            "t",
            "s",
            "e",
            "softmax",
            "float32",
            Outcome.FAILED,
            1.0,
            "m",
            Samples.json("{}"),
            "err",
            1.5,
            Map.of());
    JsonNode tree = plain.valueToTree(full);
    assertEquals(
        List.of(
            "id",
            "requirement",
            "level",
            "feature",
            "rule",
            "scenario",
            "example",
            "operation",
            "dtype",
            "outcome",
            "seconds",
            "message",
            "request",
            "stderr",
            "worst_over_bound",
            "observed"),
        names(tree));
    assertEquals("may", tree.get("level").asText());
    assertEquals("failed", tree.get("outcome").asText());
  }

  @Test
  void numbers_that_json_lacks_become_strings_and_come_back() throws IOException {
    Accuracy odd =
        new Accuracy(1, Double.POSITIVE_INFINITY, Double.NaN, null, null, null, "outside", null);
    String json = Json.MAPPER.writeValueAsString(odd);
    assertEquals(
        "{\"elements\":1,\"worst_ulp\":\"Infinity\",\"p999_ulp\":\"NaN\",\"grade\":\"outside\"}",
        json);
    assertEquals(odd, Json.MAPPER.readValue(json, Accuracy.class));
  }

  @Test
  void a_request_keeps_its_negative_zero() throws IOException {
    String json = plain.writeValueAsString(Samples.mixed("mine"));
    assertTrue(json.contains("\"request\":{\"operation\":\"softmax\",\"x\":[1,-0.0]}"), json);
  }

  @Test
  void another_schema_is_refused() {
    ObjectNode tree = plain.valueToTree(Samples.mixed("mine"));
    tree.put("schema", 2);
    IOException e = assertThrows(IOException.class, () -> RunReport.of(tree));
    assertTrue(e.getMessage().contains("report of schema 2 - expected 1"), e.getMessage());
  }

  @Test
  void a_report_without_cases_is_refused_by_that_name() {
    ObjectNode tree = plain.valueToTree(Samples.mixed("mine"));
    tree.remove("cases");
    IOException e = assertThrows(IOException.class, () -> RunReport.of(tree));
    assertTrue(e.getMessage().contains("cases"), e.getMessage());
  }

  @Test
  void each_outcome_is_counted_apart() {
    assertEquals(new Totals(2, 1, 1, 1, 1), Samples.mixed("mine").totals());
  }

  @Test
  void the_command_of_an_adapter_stays_private() {
    Implementation adapter =
        new Implementation("x", "1", "python", "", null, "exec:python3 /home/me/adapter.py");
    assertEquals("exec", adapter.backend());
  }
}
