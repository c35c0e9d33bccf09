package io.crosscheck.run;

import io.crosscheck.report.Level;
import io.crosscheck.report.Requirement;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cases of one feature, with the rule and the example row that each comes from. */
final class FeatureReader {

  private static final String REQUIREMENT = "@req:";

  private final Feature feature;
  private final Map<Integer, Place> places = new HashMap<>();

  private FeatureReader(Feature feature) {
    this.feature = feature;
  }

  /** The feature's cases, in order; two that stand and are named alike have one id as yet. */
  static List<SpecifiedCase> read(Feature feature) {
    FeatureReader reader = new FeatureReader(feature);
    FeatureDocument.parsed(feature).getChildren().forEach(reader::note);
    List<SpecifiedCase> cases = new ArrayList<>();
    feature.getPickles().forEach(pickle -> cases.add(reader.specified(pickle)));
    return cases;
  }

  private void note(FeatureChild child) {
    child.getScenario().ifPresent(s -> note(s, ""));
    child.getRule().ifPresent(this::note);
  }

  private void note(Rule rule) {
    for (RuleChild child : rule.getChildren()) {
      child.getScenario().ifPresent(s -> note(s, rule.getName()));
    }
  }

  private void note(Scenario scenario, String rule) {
    places.put(line(scenario.getLocation()), new Place(rule, scenario.getName(), List.of()));
    for (Examples examples : scenario.getExamples()) {
      for (TableRow row : examples.getTableBody()) {
        List<String> cells = row.getCells().stream().map(TableCell::getValue).toList();
        places.put(line(row.getLocation()), new Place(rule, scenario.getName(), cells));
      }
    }
  }

  private static int line(io.cucumber.messages.types.Location location) {
    return location.getLine().intValue();
  }

  private SpecifiedCase specified(Pickle pickle) {
    Place place = Objects.requireNonNull(places.get(pickle.getLocation().getLine()));
    Requirement requirement = requirement(pickle, place);
    String id = requirement.id() + "/" + Slug.ofName(place.scenario());
    if (!place.cells().isEmpty()) {
      id += "/" + Slug.ofCells(place.cells());
    }
    Subject subject = Subject.of(pickle);
    return new SpecifiedCase(
        id,
        requirement,
        pickle.getName(),
        String.join(" | ", place.cells()),
        subject.operations(),
        subject.dtype(),
        pickle);
  }

  private Requirement requirement(Pickle pickle, Place place) {
    String title = feature.getName().orElse("");
    Optional<String> id =
        pickle.getTags().stream()
            .filter(tag -> tag.startsWith(REQUIREMENT))
            .map(tag -> tag.substring(REQUIREMENT.length()))
            .findFirst();
    return new Requirement(
        id.orElseGet(() -> Slug.ofName(title)),
        level(pickle.getTags()),
        place.rule().isEmpty() ? title : place.rule(),
        title,
        FeatureDocument.file(feature));
  }

  private static Level level(List<String> tags) {
    for (Level level : Level.values()) {
      if (tags.contains("@" + level.token())) {
        return level;
      }
    }
    return Level.MUST;
  }

  /** Where a pickle stands: its rule, the name of its scenario as written, its example cells. */
  private record Place(String rule, String scenario, List<String> cells) {}
}
