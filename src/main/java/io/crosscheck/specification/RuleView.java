package io.crosscheck.specification;

import io.cucumber.messages.types.Rule;
import java.util.List;
import java.util.Map;

/** One requirement: its id, how binding it is, the number of its cases and its scenarios. */
record RuleView(
    String id,
    String level,
    String name,
    int cases,
    List<Prose> prose,
    List<StepView> background,
    List<ScenarioView> scenarios) {

  private static final String REQUIREMENT = "@req:";

  static RuleView of(Rule rule, Map<String, Integer> cases) {
    String id = "";
    String level = "must";
    for (String tag : ScenarioView.tags(rule.getTags())) {
      if (tag.startsWith(REQUIREMENT)) {
        id = tag.substring(REQUIREMENT.length());
      } else {
        level = tag.substring(1);
      }
    }
    return new RuleView(
        id,
        level,
        rule.getName(),
        cases.getOrDefault(id, 0),
        Prose.of(rule.getDescription()),
        rule.getChildren().stream()
            .flatMap(child -> child.getBackground().stream())
            .flatMap(background -> background.getSteps().stream())
            .map(StepView::of)
            .toList(),
        rule.getChildren().stream()
            .flatMap(child -> child.getScenario().stream())
            .map(ScenarioView::of)
            .toList());
  }
}
