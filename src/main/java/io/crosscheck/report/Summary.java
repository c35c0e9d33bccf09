package io.crosscheck.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What summary.md shows of a report: little enough for a comment on a pull request.
 *
 * @param againstExpectations what the expectations made of the run, empty without any
 * @param failing requirements with failures, {@code must} first
 * @param regressions a line for each, of which the first are shown
 * @param nearest a line for each dialect that agrees best with what was observed
 * @param stale the first expectations that match no case
 * @param more how many further requirements have failures
 */
record Summary(
    Implementation implementation,
    Specification specification,
    RunInfo run,
    String environment,
    Totals totals,
    String againstExpectations,
    int mustPassed,
    int mustJudged,
    List<Failing> failing,
    int more,
    List<String> regressions,
    List<Measured> accuracy,
    List<ChoiceRow> choices,
    List<String> nearest,
    List<String> stale) {

  private static final int ROWS = 25;

  /** A requirement with failures, and the first line of the first. */
  record Failing(String level, String id, String text, int bad, int judged, String message) {}

  /** The accuracy of one operation in one dtype. */
  record Measured(String operation, String dtype, String worst, String mean, String grade) {}

  /** One choice. */
  record ChoiceRow(String choice, String declared, String observed) {}

  static Summary of(RunReport report) {
    List<Failing> failing =
        Tested.of(report).stream()
            .filter(t -> !t.bad().isEmpty())
            .sorted(Comparator.comparing(t -> t.requirement().level()))
            .map(Summary::failing)
            .toList();
    Totals must = Totals.of(report.cases(), Level.MUST);
    return new Summary(
        report.implementation(),
        report.specification(),
        report.run(),
        Environments.text(report.environment()),
        report.counted(),
        report.counted().againstExpectations(),
        must.passed(),
        must.judged(),
        failing.subList(0, Math.min(ROWS, failing.size())),
        Math.max(0, failing.size() - ROWS),
        report.regressions().stream().map(Regression::toString).limit(ROWS).toList(),
        report.accuracy().entrySet().stream().flatMap(Summary::measured).toList(),
        report.choices().observed().entrySet().stream().map(e -> choice(report, e)).toList(),
        report.choices().nearestDialect().stream().map(NearDialect::toString).toList(),
        report.staleExpectations().stream().map(Expectation::toString).limit(ROWS).toList());
  }

  private static Failing failing(Tested tested) {
    Requirement requirement = tested.requirement();
    return new Failing(
        requirement.level().token(),
        requirement.id(),
        requirement.text(),
        tested.bad().size(),
        tested.totals().judged(),
        PlainText.firstLine(tested.bad().get(0).message(), 160));
  }

  private static Stream<Measured> measured(Map.Entry<String, Map<String, Accuracy>> operation) {
    return operation.getValue().entrySet().stream()
        .map(
            e ->
                new Measured(
                    operation.getKey(),
                    e.getKey(),
                    Figures.worst(e.getValue().worstUlp()),
                    Figures.mean(e.getValue().meanUlp()),
                    e.getValue().grade()));
  }

  private static ChoiceRow choice(RunReport report, Map.Entry<String, List<String>> observed) {
    return new ChoiceRow(
        observed.getKey(),
        report.choices().declared().getOrDefault(observed.getKey(), ""),
        String.join(", ", observed.getValue()));
  }
}
