package io.crosscheck.report;

import java.util.ArrayList;
import java.util.List;

/** The index page over several reports. Each list of facts has one element where reports agree. */
record Page(
    List<String> specifications,
    List<String> started,
    List<String> extents,
    List<String> environments,
    List<Card> cards,
    Matrix matrix,
    AccuracyTable accuracy,
    ChoiceTable choices) {

  static Page of(List<RunReport> reports, List<String> folders) {
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      String name = reports.get(i).implementation().name();
      boolean unique =
          reports.stream().filter(r -> r.implementation().name().equals(name)).count() == 1;
      cards.add(Card.of(reports.get(i), i, folders.get(i), unique));
    }
    return new Page(
        Environments.distinct(reports, r -> specification(r.specification())),
        Environments.distinct(reports, r -> r.run().started()),
        Environments.distinct(reports, r -> extent(r.run())),
        Environments.distinct(reports, r -> Environments.text(r.environment())),
        cards,
        Matrix.of(reports),
        AccuracyTable.of(reports),
        ChoiceTable.of(reports));
  }

  private static String specification(Specification s) {
    return "%s %s: %d requirements in %d features, %d cases"
        .formatted(s.name(), s.version(), s.rules(), s.features(), s.cases());
  }

  private static String extent(RunInfo run) {
    StringBuilder text = new StringBuilder();
    text.append("tier ").append(run.tier()).append(", profile ").append(run.profile());
    run.filters()
        .forEach((option, value) -> text.append(", ").append(option).append(' ').append(value));
    return text.append(run.partial() ? " (partial)" : "").toString();
  }
}
