package io.crosscheck.specification;

import io.crosscheck.run.FeatureDocument;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableCell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of examples: named where there are several, and their columns used, all and only. */
final class ExamplesLint {

  private static final Pattern PLACEHOLDER = Pattern.compile("<(\\w[^<>|]*)>");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private ExamplesLint(String file) {
    this.file = file;
  }

  static List<Problem> problems(FeatureDocument document) {
    ExamplesLint lint = new ExamplesLint(document.file());
    document.feature().getChildren().stream()
        .flatMap(child -> child.getRule().stream())
        .flatMap(rule -> rule.getChildren().stream())
        .flatMap(child -> child.getScenario().stream())
        .forEach(lint::scenario);
    return lint.problems;
  }

  private void scenario(Scenario scenario) {
    Set<String> used = new LinkedHashSet<>(placeholders(scenario.getName()));
    scenario.getSteps().forEach(step -> used.addAll(placeholders(text(step))));
    if (scenario.getExamples().isEmpty()) {
      undefined(scenario.getLocation(), used, Set.of());
    }
    for (Examples examples : scenario.getExamples()) {
      examples(examples, used, scenario.getExamples().size());
    }
  }

  private void examples(Examples examples, Set<String> used, int tables) {
    if (tables > 1 && examples.getName().isBlank()) {
      add(examples.getLocation(), "a table without a name", "what sets it apart", "name it");
    }
    if (examples.getTableBody().isEmpty()) {
      add(examples.getLocation(), "a table without rows", "at least one", "fill or delete it");
    }
    Set<String> columns = new LinkedHashSet<>();
    examples.getTableHeader().stream()
        .flatMap(header -> header.getCells().stream())
        .map(TableCell::getValue)
        .forEach(columns::add);
    undefined(examples.getLocation(), used, columns);
    columns.stream()
        .filter(column -> !used.contains(column))
        .forEach(
            column ->
                add(
                    examples.getLocation(),
                    "the unused column " + column,
                    "<" + column + "> in a step or in the name",
                    "use or drop it"));
  }

  private void undefined(Location location, Set<String> used, Set<String> columns) {
    used.stream()
        .filter(name -> !columns.contains(name))
        .forEach(
            name -> add(location, "<" + name + ">", "a column of that name", "add or rename it"));
  }

  private static String text(Step step) {
    StringBuilder text = new StringBuilder(step.getText());
    step.getDocString().ifPresent(d -> text.append('\n').append(d.getContent()));
    step.getDataTable()
        .ifPresent(
            table ->
                table.getRows().stream()
                    .flatMap(row -> row.getCells().stream())
                    .forEach(cell -> text.append('\n').append(cell.getValue())));
    return text.toString();
  }

  private static List<String> placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private void add(Location location, String seen, String expected, String todo) {
    problems.add(Problem.at(file, location, seen, expected, todo));
  }
}
