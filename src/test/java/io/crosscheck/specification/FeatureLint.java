package io.crosscheck.specification;

import io.crosscheck.run.FeatureDocument;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The house rules of features. */
final class FeatureLint {

  private static final String REQUIREMENT = "@req:";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> features = new HashMap<>();
  private final Map<String, String> requirements = new HashMap<>();

  private FeatureLint() {}

  /** What breaks a rule in these features, whose requirements the manifest is to name. */
  static List<Problem> problems(List<FeatureDocument> documents, Set<String> manifest) {
    FeatureLint lint = new FeatureLint();
    for (FeatureDocument document : documents) {
      lint.problems.addAll(LayoutLint.problems(document));
      lint.problems.addAll(StructureLint.problems(document));
      lint.problems.addAll(ExamplesLint.problems(document));
      lint.problems.addAll(StepLint.problems(document));
      lint.unique(document, manifest);
    }
    lint.lost(manifest);
    return lint.problems;
  }

  private void unique(FeatureDocument document, Set<String> manifest) {
    var feature = document.feature();
    String other = features.putIfAbsent(feature.getName(), document.file());
    if (other != null) {
      problems.add(
          Problem.at(
              document.file(),
              feature.getLocation(),
              "the feature name of " + other,
              "a name of its own",
              "rename one"));
    }
    feature.getChildren().stream()
        .flatMap(child -> child.getRule().stream())
        .forEach(rule -> unique(document, rule, manifest));
  }

  private void unique(FeatureDocument document, Rule rule, Set<String> manifest) {
    for (Tag tag : rule.getTags()) {
      if (!tag.getName().startsWith(REQUIREMENT)) {
        continue;
      }
      String id = tag.getName().substring(REQUIREMENT.length());
      String other = requirements.putIfAbsent(id, document.file());
      if (other != null) {
        problems.add(
            Problem.at(
                document.file(),
                tag.getLocation(),
                "the requirement " + id + " of " + other + " once more",
                "an id of its own",
                "rename one"));
      }
      if (!manifest.contains(id)) {
        problems.add(
            Problem.at(
                document.file(),
                tag.getLocation(),
                "the requirement " + id + ", which fixtures/manifest.json lacks",
                "it there",
                "write the manifest anew, see ManifestTest"));
      }
    }
  }

  private void lost(Set<String> manifest) {
    Set<String> lost = new TreeSet<>(manifest);
    lost.removeAll(requirements.keySet());
    lost.forEach(
        id ->
            problems.add(
                Problem.at(
                    "",
                    0,
                    "fixtures/manifest.json names the requirement " + id + ", which no rule has",
                    "a rule for each",
                    "restore the rule or write the manifest anew")));
  }
}
