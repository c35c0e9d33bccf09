package io.crosscheck.specification;

import io.crosscheck.run.FeatureDocument;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import java.util.ArrayList;
import java.util.List;

/** White space: tabs, blanks at line ends, long lines, and indentation by the parser's columns. */
final class LayoutLint {

  private static final int LONGEST = 120;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private LayoutLint(String file) {
    this.file = file;
  }

  static List<Problem> problems(FeatureDocument document) {
    LayoutLint lint = new LayoutLint(document.file());
    List<String> lines = List.of(document.source().split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      lint.line(i + 1, lines.get(i));
    }
    document.feature().getChildren().forEach(lint::child);
    return lint.problems;
  }

  private void line(int number, String line) {
    if (line.contains("\t")) {
      problems.add(Problem.at(file, number, "a tab", "blanks only", "indent by blanks"));
    }
    if (!line.equals(line.stripTrailing())) {
      problems.add(Problem.at(file, number, "blanks at the end", "none", "delete them"));
    }
    if (line.length() > LONGEST && !isUnbreakable(line)) {
      problems.add(
          Problem.at(
              file,
              number,
              line.length() + " characters",
              "at most " + LONGEST,
              "break the line; a tensor goes below three quotes"));
    }
  }

  /** A table's row or attributes of an operation; a tensor can stand in lines of its own. */
  private static boolean isUnbreakable(String line) {
    return line.strip().startsWith("|") || line.contains(" is computed ");
  }

  private void child(FeatureChild child) {
    child.getRule().ifPresent(this::rule);
    child.getBackground().ifPresent(b -> background(b, 2));
    child.getScenario().ifPresent(s -> scenario(s, 2));
  }

  private void rule(Rule rule) {
    indent("Rule", rule.getLocation(), 2);
    for (RuleChild child : rule.getChildren()) {
      child.getBackground().ifPresent(b -> background(b, 4));
      child.getScenario().ifPresent(s -> scenario(s, 4));
    }
  }

  private void background(Background background, int blanks) {
    indent("Background", background.getLocation(), blanks);
    steps(background.getSteps(), blanks + 2);
  }

  private void scenario(Scenario scenario, int blanks) {
    indent("Scenario", scenario.getLocation(), blanks);
    steps(scenario.getSteps(), blanks + 2);
    for (Examples examples : scenario.getExamples()) {
      indent("Examples", examples.getLocation(), blanks + 2);
    }
  }

  private void steps(List<Step> steps, int blanks) {
    steps.forEach(s -> indent("step", s.getLocation(), blanks));
  }

  private void indent(String what, Location location, int blanks) {
    long seen = location.getColumn().orElse(1L) - 1;
    if (seen != blanks) {
      problems.add(
          Problem.at(
              file,
              location,
              what + " after " + seen + " blanks",
              blanks + " blanks",
              "indent it so"));
    }
  }
}
