package io.crosscheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a reader of one implementation's report has to know besides the numbers. */
record Findings(
    List<Regression> regressions,
    List<Group> failures,
    List<Expectation> stale,
    List<Reason> expected,
    List<Reason> unsupported) {

  /** Beyond this many cases the page would become slow, and nobody reads on. */
  private static final int IN_FULL = 200;

  /** The failures of one requirement. */
  record Group(
      String anchor,
      String id,
      String level,
      String text,
      String source,
      int passed,
      int judged,
      List<Failure> cases) {}

  /**
   * Why cases are unsupported, or were expected to fail.
   *
   * @param where operations and dtypes
   */
  record Reason(String reason, int cases, List<String> where) {}

  static Findings of(RunReport report, int index) {
    List<Group> groups = new ArrayList<>();
    int shown = 0;
    List<Tested> failing =
        Tested.of(report).stream()
            .filter(t -> t.totals().bad() > 0)
            .sorted(Comparator.comparing(t -> t.requirement().level()))
            .toList();
    for (Tested tested : failing) {
      groups.add(group(tested, index, IN_FULL - shown));
      shown += tested.totals().bad();
    }
    return new Findings(
        report.regressions(),
        groups,
        report.staleExpectations(),
        reasons(report.cases(), Outcome.EXPECTED_FAILURE),
        reasons(report.cases(), Outcome.UNSUPPORTED));
  }

  private static Group group(Tested tested, int index, int inFull) {
    Requirement requirement = tested.requirement();
    List<Case> bad = tested.bad();
    List<Failure> cases = new ArrayList<>();
    bad.forEach(c -> cases.add(cases.size() < inFull ? Failure.of(c) : Failure.brief(c)));
    return new Group(
        Anchors.failures(index, requirement.id()),
        requirement.id(),
        requirement.level().token(),
        requirement.text(),
        Stream.of(requirement.feature(), requirement.file())
            .filter(s -> !s.isEmpty())
            .reduce((a, b) -> a + ", " + b)
            .orElse(""),
        tested.totals().passed(),
        tested.totals().judged(),
        cases);
  }

  private static List<Reason> reasons(List<Case> cases, Outcome outcome) {
    Map<String, List<Case>> byReason = new LinkedHashMap<>();
    cases.stream()
        .filter(c -> c.outcome() == outcome)
        .forEach(c -> byReason.computeIfAbsent(reason(c), r -> new ArrayList<>()).add(c));
    return byReason.entrySet().stream()
        .map(e -> new Reason(e.getKey(), e.getValue().size(), where(e.getValue())))
        .toList();
  }

  private static String reason(Case c) {
    String given = c.expectation() == null ? c.message() : c.expectation().reason();
    String reason = PlainText.firstLine(given, 300);
    return reason.isEmpty() ? "no reason given" : reason;
  }

  private static List<String> where(List<Case> cases) {
    return cases.stream().map(c -> c.operation() + " " + c.dtype()).distinct().toList();
  }
}
