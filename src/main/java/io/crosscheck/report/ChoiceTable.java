package io.crosscheck.report;

import java.util.List;
import java.util.TreeSet;

/**
 * Choices against implementations: what is declared and what was seen.
 *
 * @param compared whether a dialect is near to any of the implementations
 * @param nearest the dialects that each implementation is nearest to
 */
record ChoiceTable(List<Row> rows, boolean compared, List<List<NearDialect>> nearest) {

  /** One choice. */
  record Row(String choice, List<Value> values) {}

  /**
   * One choice of one implementation.
   *
   * @param contradicts whether another value was seen than the one declared
   */
  record Value(String declared, List<String> observed, boolean contradicts) {}

  static ChoiceTable of(List<RunReport> reports) {
    TreeSet<String> names = new TreeSet<>();
    for (RunReport report : reports) {
      names.addAll(report.choices().declared().keySet());
      names.addAll(report.choices().observed().keySet());
    }
    return new ChoiceTable(
        names.stream()
            .map(name -> new Row(name, reports.stream().map(r -> value(r, name)).toList()))
            .toList(),
        reports.stream().anyMatch(r -> !r.choices().nearestDialect().isEmpty()),
        reports.stream().map(r -> r.choices().nearestDialect()).toList());
  }

  private static Value value(RunReport report, String name) {
    String declared = report.choices().declared().getOrDefault(name, "");
    List<String> observed = report.choices().observed().getOrDefault(name, List.of());
    boolean contradicts =
        !declared.isEmpty() && observed.stream().anyMatch(o -> !o.equals(declared));
    return new Value(declared, observed, contradicts);
  }
}
