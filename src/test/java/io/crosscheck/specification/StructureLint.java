package io.crosscheck.specification;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.run.FeatureDocument;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Location;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a feature is made of: prose, rules with requirement and level, scenarios with names. */
final class StructureLint {

  private static final Set<String> LEVELS = Set.of("@must", "@should", "@may");
  private static final Set<String> TIERS = Set.of("@smoke", "@full");
  private static final Pattern REQUIREMENT = Pattern.compile("@req:[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
  private static final int MOST_GIVEN = 3;
  private static final int MOST_STEPS = 10;

  private final FeatureDocument document;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> scenarios = new HashSet<>();

  private StructureLint(FeatureDocument document) {
    this.document = document;
  }

  static List<Problem> problems(FeatureDocument document) {
    StructureLint lint = new StructureLint(document);
    lint.feature();
    return lint.problems;
  }

  private void feature() {
    var feature = document.feature();
    if (feature.getDescription().isBlank()) {
      add(feature.getLocation(), "no prose", "the definition in words", "write it below Feature:");
    }
    if (!isNamedForItsSubject()) {
      add(
          feature.getLocation(),
          "the file name " + document.name(),
          "an operation of the catalogue with hyphens, and an aspect after it",
          "rename the file");
    }
    tags(feature.getTags(), Set.of(), "a feature");
    feature
        .getChildren()
        .forEach(
            child -> {
              child.getRule().ifPresent(this::rule);
              child.getBackground().ifPresent(this::background);
              child.getScenario().ifPresent(this::strayed);
            });
  }

  /** A feature of a dialect is named for the dialect. */
  private boolean isNamedForItsSubject() {
    return document.family().equals("dialects")
        || Catalogue.operations().stream()
            .map(Operation::name)
            .map(operation -> operation.replace('_', '-'))
            .anyMatch(o -> document.name().equals(o) || document.name().startsWith(o + "-"));
  }

  private void strayed(Scenario scenario) {
    add(scenario.getLocation(), "a scenario outside of a rule", "one in a rule", "move it");
  }

  private void rule(Rule rule) {
    List<String> tags = rule.getTags().stream().map(Tag::getName).toList();
    long requirements = tags.stream().filter(REQUIREMENT.asMatchPredicate()).count();
    if (requirements != 1) {
      add(
          rule.getLocation(),
          requirements + " requirement ids",
          "one @req:family.subject.aspect",
          "tag the rule");
    }
    long levels = tags.stream().filter(LEVELS::contains).count();
    if (levels != 1) {
      add(rule.getLocation(), levels + " levels", "one of @must, @should, @may", "tag the rule");
    }
    rule.getTags().stream()
        .filter(t -> !LEVELS.contains(t.getName()) && !REQUIREMENT.matcher(t.getName()).matches())
        .forEach(t -> unknown(t, "@req:, @must, @should or @may on a rule"));
    rule.getChildren().forEach(c -> c.getBackground().ifPresent(this::background));
    List<Scenario> own =
        rule.getChildren().stream().flatMap(c -> c.getScenario().stream()).toList();
    if (own.isEmpty()) {
      add(rule.getLocation(), "no scenario", "at least one", "show the requirement by an example");
    }
    own.forEach(this::scenario);
  }

  private void background(Background background) {
    count(background.getLocation(), background.getSteps().size(), MOST_GIVEN);
  }

  private void scenario(Scenario scenario) {
    if (scenario.getName().isBlank() || !scenarios.add(scenario.getName())) {
      add(
          scenario.getLocation(),
          "the scenario name \"" + scenario.getName() + "\" once more",
          "a name of its own",
          "say what is different");
    }
    count(scenario.getLocation(), scenario.getSteps().size(), MOST_STEPS);
    tags(scenario.getTags(), TIERS, "a scenario");
    scenario.getExamples().forEach(e -> tags(e.getTags(), TIERS, "examples"));
  }

  private void count(Location location, int steps, int most) {
    if (steps == 0 || steps > most) {
      add(location, steps + " steps", "1 to " + most, "split it or say less");
    }
  }

  private void tags(List<Tag> tags, Set<String> allowed, String where) {
    String expected = (allowed.isEmpty() ? "no tag" : String.join(" or ", sorted(allowed)));
    tags.stream()
        .filter(t -> !allowed.contains(t.getName()))
        .forEach(t -> unknown(t, expected + " on " + where));
  }

  private static List<String> sorted(Set<String> tags) {
    return tags.stream().sorted().toList();
  }

  private void unknown(Tag tag, String expected) {
    add(tag.getLocation(), "the tag " + tag.getName(), expected, "remove or correct it");
  }

  private void add(Location location, String seen, String expected, String todo) {
    problems.add(Problem.at(document.file(), location, seen, expected, todo));
  }
}
