package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import io.crosscheck.verdict.Findings;
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

  private static final String CUT_OFF = "no verdict: the run ended before this case did";

  // Each looks for the steps' methods first, and the answers come one at a time all the same.
  private static final int MOST_THREADS = 4;

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
   * Runs the cases one after another; every listed one comes back, in the order of the features,
   * and so do those that were done before.
   *
   * @param starting told the id of each case before it runs
   */
  List<Case> run(
      UnderTest underTest, Consumer<String> starting, BiConsumer<Case, Findings> finished) {
    Map<String, Case> cases = new HashMap<>(done);
    runSteps(underTest, features, 1, new CaseStarts(places, starting), into(cases, finished));
    return complete(cases, CUT_OFF);
  }

  /**
   * Runs several cases at a time, so that they end in any order; what comes back is the same.
   *
   * @param finished told of one case at a time
   */
  List<Case> runSideBySide(UnderTest underTest, BiConsumer<Case, Findings> finished) {
    Map<String, Case> cases = new HashMap<>(done);
    int threads = Math.min(MOST_THREADS, java.lang.Runtime.getRuntime().availableProcessors());
    runSteps(underTest, features, threads, into(cases, finished));
    return complete(cases, CUT_OFF);
  }

  private CaseListener into(Map<String, Case> cases, BiConsumer<Case, Findings> finished) {
    return new CaseListener(
        places,
        (ended, findings) -> {
          cases.put(ended.id(), ended);
          finished.accept(ended, findings);
        });
  }

  /**
   * Finds out, without judging anything, which requests the cases make of an implementation with
   * that description, in the order in which they make them.
   */
  void requests(Description claimed, Consumer<Asked> asked) {
    Recorder recorder = new Recorder(claimed, asked);
    runSteps(
        new UnderTest(recorder, Profile.STANDARD),
        features.stream().map(SelectedFeature::askingOnly).toList(),
        1,
        new CaseStarts(places, recorder::startCase));
  }

  private static void runSteps(
      UnderTest underTest, List<SelectedFeature> features, int threads, Plugin... listeners) {
    UnderTest.use(underTest);
    Runtime.builder()
        .withRuntimeOptions(options(threads))
        .withClassLoader(Runner.class::getClassLoader)
        .withFeatureSupplier(() -> List.copyOf(features))
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

  private static RuntimeOptions options(int threads) {
    return new RuntimeOptionsBuilder()
        .addGlue(GLUE)
        .setPublishQuiet(true)
        .setMonochrome()
        .setThreads(threads)
        .build();
  }
}
