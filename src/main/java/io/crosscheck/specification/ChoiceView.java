package io.crosscheck.specification;

import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Choice;
import io.crosscheck.report.Case;
import io.crosscheck.report.RunReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One choice.
 *
 * @param question what it is about
 * @param values those allowed, the reference's own first
 * @param requirements those that depend on it
 * @param silent the implementations whose runs show nothing of it
 */
record ChoiceView(
    String name,
    String question,
    List<Value> values,
    List<Dependent> requirements,
    List<String> silent) {

  /**
   * One value.
   *
   * @param implementations those that declare it or were seen to do so
   */
  record Value(String value, List<Taker> dialects, List<String> implementations) {}

  /** A dialect that takes a value, and its source. */
  record Taker(String name, String source) {}

  /** A requirement whose result the choice changes. */
  record Dependent(String id, String name, String page) {}

  static ChoiceView of(
      Choice choice, List<FeatureView> features, List<Dialect> dialects, List<RunReport> reports) {
    String name = choice.token();
    Set<String> observed = new TreeSet<>();
    reports.forEach(report -> observed.addAll(requirements(report, name)));
    return new ChoiceView(
        name,
        Texts.read("choices.properties").get(name),
        choice.allowed().stream().map(v -> value(choice, v, dialects, reports)).toList(),
        features.stream()
            .flatMap(
                feature ->
                    feature.rules().stream()
                        .filter(rule -> observed.contains(rule.id()) || mentions(rule, name))
                        .map(rule -> new Dependent(rule.id(), rule.name(), feature.page())))
            .toList(),
        reports.stream()
            .filter(r -> choice.allowed().stream().noneMatch(v -> takes(r, name, v)))
            .map(ChoiceView::label)
            .toList());
  }

  private static Value value(
      Choice choice, String value, List<Dialect> dialects, List<RunReport> reports) {
    return new Value(
        value,
        dialects.stream().flatMap(d -> taker(d, choice, value).stream()).toList(),
        reports.stream()
            .filter(r -> takes(r, choice.token(), value))
            .map(ChoiceView::label)
            .toList());
  }

  /** The dialect, if it takes that value. */
  private static Optional<Taker> taker(Dialect dialect, Choice choice, String value) {
    return Optional.ofNullable(dialect.settled().get(choice))
        .filter(settled -> settled.value().equals(value))
        .map(
            settled ->
                new Taker(
                    dialect.name(),
                    settled.source() + settled.note().map(note -> "; " + note).orElse("")));
  }

  private static boolean takes(RunReport report, String choice, String value) {
    return report.choices().observed().getOrDefault(choice, List.of()).contains(value)
        || value.equals(report.choices().declared().get(choice));
  }

  private static String label(RunReport report) {
    return report.implementation().name();
  }

  private static Set<String> requirements(RunReport report, String choice) {
    return report.cases().stream()
        .filter(c -> c.observed() != null && c.observed().containsKey(choice))
        .map(Case::requirement)
        .collect(Collectors.toSet());
  }

  private static boolean mentions(RuleView rule, String choice) {
    return rule.scenarios().stream()
        .flatMap(scenario -> scenario.steps().stream())
        .anyMatch(step -> step.plain().startsWith("where " + choice + " is "));
  }
}
