package io.crosscheck.specification;

import io.crosscheck.run.FeatureDocument;
import java.util.List;
import java.util.Map;

/**
 * One feature as its page shows it.
 *
 * @param page the page's path below the specification's index
 */
record FeatureView(
    String name,
    String family,
    String file,
    String page,
    List<Prose> prose,
    List<StepView> background,
    List<RuleView> rules) {

  static FeatureView of(FeatureDocument document, Map<String, Integer> cases) {
    var feature = document.feature();
    return new FeatureView(
        feature.getName(),
        document.family(),
        document.file(),
        document.family() + "/" + document.name() + ".html",
        Prose.of(feature.getDescription()),
        feature.getChildren().stream()
            .flatMap(child -> child.getBackground().stream())
            .flatMap(background -> background.getSteps().stream())
            .map(StepView::of)
            .toList(),
        feature.getChildren().stream()
            .flatMap(child -> child.getRule().stream())
            .map(rule -> RuleView.of(rule, cases))
            .toList());
  }

  int cases() {
    return rules.stream().mapToInt(RuleView::cases).sum();
  }
}
