package io.crosscheck.specification;

import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.util.List;

/** One scenario, its steps and its tables of examples. */
record ScenarioView(
    List<Span> name,
    List<String> tags,
    List<Prose> prose,
    List<StepView> steps,
    List<Table> examples) {

  /** A table of examples; {@code name} is empty where it stands alone. */
  record Table(String name, List<String> tags, List<String> header, List<List<String>> rows) {}

  static ScenarioView of(Scenario scenario) {
    return new ScenarioView(
        Span.ofStep(scenario.getName()),
        tags(scenario.getTags()),
        Prose.of(scenario.getDescription()),
        scenario.getSteps().stream().map(StepView::of).toList(),
        scenario.getExamples().stream().map(ScenarioView::table).toList());
  }

  private static Table table(Examples examples) {
    List<String> header =
        examples.getTableHeader().stream()
            .flatMap(row -> StepView.cells(List.of(row)).stream())
            .flatMap(List::stream)
            .toList();
    return new Table(
        examples.getName(),
        tags(examples.getTags()),
        header,
        StepView.cells(examples.getTableBody()));
  }

  static List<String> tags(List<Tag> tags) {
    return tags.stream().map(Tag::getName).toList();
  }
}
