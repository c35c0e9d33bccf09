package io.crosscheck.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed between two reports. A case or an operation and dtype that only one of them has, and
 * a case that either left out, is no change.
 *
 * @param first name and version of the earlier implementation
 * @param second name and version of the later one
 * @param common number of cases that both have an outcome of
 * @param outcomes of cases that differ, in the order of the later report
 * @param accuracy of operations and dtypes whose grade or worst error differs
 */
public record Comparison(
    String first, String second, int common, List<Outcomes> outcomes, List<Measured> accuracy) {

  /** A case whose outcome changed; where only an expectation did, that is no change for worse. */
  public record Outcomes(String id, String was, String is, String change) {}

  /** Measured errors that changed; the change is that of the grade. */
  public record Measured(
      String operation,
      String dtype,
      String was,
      String is,
      String worstWas,
      String worstIs,
      String change) {}

  private static final String WORSE = "worse";
  private static final String BETTER = "better";

  /** Compares an earlier report with a later one. */
  public static Comparison of(RunReport before, RunReport after) {
    Map<String, Case> earlier = new LinkedHashMap<>();
    before.cases().stream()
        .filter(c -> c.outcome() != Outcome.EXCLUDED)
        .forEach(c -> earlier.put(c.id(), c));
    List<Case> both =
        after.cases().stream()
            .filter(c -> c.outcome() != Outcome.EXCLUDED && earlier.containsKey(c.id()))
            .toList();
    List<Outcomes> outcomes =
        both.stream()
            .flatMap(c -> changed(Objects.requireNonNull(earlier.get(c.id())), c).stream())
            .toList();
    return new Comparison(
        name(before.implementation()),
        name(after.implementation()),
        both.size(),
        outcomes,
        accuracy(before, after));
  }

  /** Outcomes and grades that got worse; a larger error of the same grade is none. */
  public List<Regression> regressions() {
    return Stream.concat(
            outcomes.stream()
                .filter(o -> o.change().equals(WORSE))
                .map(o -> new Regression(o.id(), o.was(), o.is())),
            accuracy.stream()
                .filter(m -> m.change().equals(WORSE))
                .map(m -> new Regression(m.operation() + " " + m.dtype(), m.was(), m.is())))
        .toList();
  }

  /** As Markdown, for a comment on a pull request. */
  public String markdown() throws IOException {
    return Templates.render("report/comparison.md.ftl", this);
  }

  private static String name(Implementation implementation) {
    return implementation.name() + " " + implementation.version();
  }

  private static Optional<Outcomes> changed(Case before, Case after) {
    if (before.outcome() == after.outcome()) {
      return Optional.empty();
    }
    String was = before.outcome().token();
    String is = after.outcome().token();
    return Optional.of(
        new Outcomes(after.id(), was, is, change(before.outcome(), after.outcome())));
  }

  private static String change(Outcome was, Outcome is) {
    if (is.isWorseThan(was)) {
      return WORSE;
    }
    return was.isWorseThan(is) ? BETTER : "";
  }

  private static List<Measured> accuracy(RunReport before, RunReport after) {
    List<Measured> changes = new ArrayList<>();
    after
        .accuracy()
        .forEach(
            (operation, dtypes) ->
                dtypes.forEach(
                    (dtype, now) ->
                        Optional.ofNullable(
                                before.accuracy().getOrDefault(operation, Map.of()).get(dtype))
                            .flatMap(was -> changed(operation, dtype, was, now))
                            .ifPresent(changes::add)));
    return changes;
  }

  private static Optional<Measured> changed(
      String operation, String dtype, Accuracy was, Accuracy now) {
    if (was.grade().equals(now.grade()) && Objects.equals(was.worstUlp(), now.worstUlp())) {
      return Optional.empty();
    }
    return Optional.of(
        new Measured(
            operation,
            dtype,
            was.grade(),
            now.grade(),
            Figures.worst(was.worstUlp()),
            Figures.worst(now.worstUlp()),
            change(Grade.ofToken(was.grade()), Grade.ofToken(now.grade()))));
  }

  private static String change(Optional<Grade> was, Optional<Grade> now) {
    if (was.isEmpty() || now.isEmpty() || was.equals(now)) {
      return "";
    }
    return now.get().isWorseThan(was.get()) ? WORSE : BETTER;
  }
}
