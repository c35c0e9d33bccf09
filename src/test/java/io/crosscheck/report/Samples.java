package io.crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Small reports written by hand. */
final class Samples {

  static final Requirement AXIS =
      new Requirement(
          "softmax.axis.slice",
          Level.MUST,
          "Each slice is normalised on its own",
          "Softmax along an axis",
          "softmax/softmax-axis.feature");
  static final Requirement SUM =
      new Requirement(
          "softmax.sum.one",
          Level.SHOULD,
          "A slice sums to one",
          "Softmax along an axis",
          "softmax/softmax-axis.feature");

  private Samples() {}

  /** Two passed, one failed, one errored, one unsupported and one excluded case. */
  static RunReport mixed(String name) {
    return report(
        name,
        List.of(
            of(AXIS, "Axis 0", "", Outcome.PASSED, null),
            of(AXIS, "Axis 1", "", Outcome.PASSED, null),
            of(
                AXIS,
                "Axis 2",
                "| -2 |",
                Outcome.FAILED,
                "item 2: 0.5 - expected 0.25\nsecond line"),
            of(SUM, "Long slice", "", Outcome.ERRORED, "timed out after 10 s"),
            of(SUM, "Half precision", "", Outcome.UNSUPPORTED, "no float16 kernel"),
            of(SUM, "Large", "", Outcome.EXCLUDED, null)));
  }

  static RunReport report(String name, List<Case> cases) {
    return new RunReport(
        RunReport.SCHEMA,
        new Implementation(name, "1.2.0", "java", "https://example.org", null, name),
        new Specification("crosscheck", "0.1.0", 1, 2, 6),
        new Environment("Linux 6.1", "amd64", "Model X", 2, "VM 17", Map.of("cucumber-java", "7")),
        new RunInfo("2026-11-23T14:58:16Z", 4.25, "quick", "standard", Map.of(), false),
        Totals.of(cases),
        new Choices(
            Map.of("softmax.scalar", "refused"),
            Map.of("softmax.scalar", List.of("refused")),
            List.of(
                new NearDialect(
                    "pytorch", List.of("softmax.scalar"), List.of("argmax.not_a_number")))),
        Map.of("softmax", Map.of("float32", accuracy())),
        List.of(AXIS, SUM),
        cases);
  }

  static RunReport withChoices(RunReport r, Choices choices) {
    return new RunReport(
        r.schema(),
        r.implementation(),
        r.specification(),
        r.environment(),
        r.run(),
        r.totals(),
        choices,
        r.accuracy(),
        r.requirements(),
        r.cases());
  }

  static RunReport partial(RunReport r) {
    RunInfo run = r.run();
    RunInfo partial =
        new RunInfo(run.started(), run.seconds(), run.tier(), run.profile(), run.filters(), true);
    return new RunReport(
        r.schema(),
        r.implementation(),
        r.specification(),
        r.environment(),
        partial,
        r.totals(),
        r.choices(),
        r.accuracy(),
        r.requirements(),
        r.cases());
  }

  static Accuracy accuracy() {
    return new Accuracy(
        1234,
        1.501,
        1.2,
        0.25,
        -0.0625,
        0.31,
        "≤ 4 ulp",
        new Worst("softmax.axis.slice: Axis 0", 7, "[1, 2]", "0.5", "0.25", "0.26", 0.1, 2.5));
  }

  static Case of(Requirement r, String scenario, String example, Outcome outcome, String message) {
    JsonNode request = outcome.isBad() ? json("{\"operation\":\"softmax\",\"x\":[1,-0.0]}") : null;
    return new Case(
        r.id() + ": " + scenario,
        r.id(),
        r.level(),
        r.feature(),
        r.text(),
        scenario,
        example,
        "softmax",
        "float32",
        outcome,
        0.125,
        message,
        request,
        null,
        null,
        Map.of());
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
