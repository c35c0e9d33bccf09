package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import io.crosscheck.verdict.Findings;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs the selected cases against one implementation after another. */
final class Runner {

  // By name: whoever runs the steps must not depend on them.
  private static final URI GLUE = URI.create("classpath:/io/crosscheck/steps");

  private final List<SpecifiedCase> listed;
  private final List<SpecifiedCase> selected;
  private final Map<String, Case> done;
  private final List<SelectedFeature> features;
  private final CasePlaces places;

  Runner(FeatureSet specification, Selection selection) {
    listed = selection.listed(specification.cases());
    selected = selection.selected(listed);
    done = Map.of();
    features = features(specification, selected);
    places = new CasePlaces(selected);
  }

  private Runner(FeatureSet specification, Runner whole, Map<String, Case> done) {
    listed = whole.listed;
    selected = whole.selected;
    this.done = done;
    features =
        features(specification, selected.stream().filter(c -> !done.containsKey(c.id())).toList());
    places = whole.places;
  }

  private static List<SelectedFeature> features(
      FeatureSet specification, List<SpecifiedCase> cases) {
    Set<Pickle> pickles = cases.stream().map(SpecifiedCase::pickle).collect(Collectors.toSet());
    return specification.features().stream()
        .map(feature -> new SelectedFeature(feature, pickles))
        .filter(feature -> !feature.getPickles().isEmpty())
        .toList();
  }

  /** One that runs the rest of the cases of the same specification. */
  Runner without(FeatureSet specification, List<Case> done) {
    Map<String, Case> byId = new HashMap<>();
    done.forEach(c -> byId.put(c.id(), c));
    return new Runner(specification, this, byId);
  }

  /** The cases that the filters keep. */
  List<SpecifiedCase> selected() {
    return selected;
  }

  /**
   * Runs the cases; every listed one comes back, in the order of the features, and so do those that
   * were done before.
   *
   * @param starting told the id of each case before it runs
   */
  List<Case> run(
      UnderTest underTest, Consumer<String> starting, BiConsumer<Case, Findings> finished) {
    Map<String, Case> cases = new HashMap<>(done);
    CaseListener listener =
        new CaseListener(
            places,
            (ended, findings) -> {
              cases.put(ended.id(), ended);
              finished.accept(ended, findings);
            });
    runSteps(underTest, List.copyOf(features), new CaseStarts(places, starting), listener);
    return complete(cases, "no verdict: the run ended before this case did");
  }

  /**
   * Finds out, without judging anything, which requests the cases make of an implementation with
   * that description, in the order in which they make them.
   */
  void requests(Description claimed, Consumer<Asked> asked) {
    Recorder recorder = new Recorder(claimed, asked);
    runSteps(
        new UnderTest(recorder, Profile.STANDARD),
        features.stream().<Feature>map(SelectedFeature::askingOnly).toList(),
        new CaseStarts(places, recorder::startCase));
  }

  private static void runSteps(UnderTest underTest, List<Feature> features, Plugin... listeners) {
    UnderTest.use(underTest);
    Runtime.builder()
        .withRuntimeOptions(options())
        .withClassLoader(Runner.class::getClassLoader)
        .withFeatureSupplier(() -> features)
        .withUuidGeneratorSupplier(() -> FeatureSet.IDS)
        .withAdditionalPlugins(listeners)
        .build()
        .run();
  }

  /** Every selected case errored for one reason. */
  List<Case> errored(String reason) {
    return complete(Map.of(), reason);
  }

  private List<Case> complete(Map<String, Case> cases, String reason) {
    List<Case> all = new ArrayList<>();
    Set<SpecifiedCase> wanted = Set.copyOf(selected);
    for (SpecifiedCase specified : listed) {
      Case ended = cases.get(specified.id());
      if (ended != null) {
        all.add(ended);
      } else if (wanted.contains(specified)) {
        all.add(Cases.unrun(specified, Outcome.ERRORED, reason));
      } else {
        all.add(Cases.unrun(specified, Outcome.EXCLUDED, null));
      }
    }
    return all;
  }

  private static RuntimeOptions options() {
    return new RuntimeOptionsBuilder().addGlue(GLUE).setPublishQuiet(true).setMonochrome().build();
  }
}
