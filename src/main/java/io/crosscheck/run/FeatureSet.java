package io.crosscheck.run;

import io.crosscheck.report.Requirement;
import io.crosscheck.report.Specification;
import io.cucumber.core.eventbus.IncrementingUuidGenerator;
import io.cucumber.core.eventbus.UuidGenerator;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.FeaturePathFeatureSupplier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The features of a run, parsed once, and their cases. */
public final class FeatureSet {

  /**
   * Cucumber's ids, of which only this one source is made: they need only differ, secure random
   * ones are a good part of the cost of a step, and a JVM has no more than 256 such sources.
   */
  static final UuidGenerator IDS = new IncrementingUuidGenerator();

  private static final String IN_THE_JAR = "classpath:io/crosscheck/features";

  private final List<Feature> features;
  private final List<SpecifiedCase> cases;

  private FeatureSet(List<Feature> features, List<SpecifiedCase> cases) {
    this.features = features;
    this.cases = cases;
  }

  /** The features on the class path, held to their manifest, or those below a folder. */
  public static FeatureSet load(Optional<Path> folder) {
    FeatureSet features = read(folder);
    if (folder.isEmpty()) {
      Manifest.check(features.cases);
    }
    return features;
  }

  /** Every case on the class path, whatever the manifest says. */
  static List<SpecifiedCase> all() {
    return read(Optional.empty()).cases;
  }

  private static FeatureSet read(Optional<Path> folder) {
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw new SetUpException(
          "\"" + folder.get() + "\" is not a folder; --features takes one that holds features");
    }
    List<Feature> features = parse(folder.map(f -> f.toUri().toString()).orElse(IN_THE_JAR));
    Set<String> taken = new HashSet<>();
    List<SpecifiedCase> cases = new ArrayList<>();
    features.forEach(feature -> cases.addAll(FeatureReader.read(feature, taken)));
    if (cases.isEmpty()) {
      throw new SetUpException(
          "no features in " + folder.map(Path::toString).orElse("this build of Crosscheck"));
    }
    return new FeatureSet(features, cases);
  }

  private static List<Feature> parse(String uri) {
    var options = new RuntimeOptionsBuilder().addFeature(FeatureWithLines.parse(uri)).build();
    ClassLoader loader = FeatureSet.class.getClassLoader();
    try {
      return new FeaturePathFeatureSupplier(
              () -> loader, options, new FeatureParser(IDS::generateId))
          .get();
    } catch (FeatureParserException e) {
      throw new SetUpException("a feature doesn't parse: " + e.getMessage());
    }
  }

  List<Feature> features() {
    return features;
  }

  /** All that they say, to tell one specification from another. */
  String text() {
    return features.stream().map(Feature::getSource).collect(Collectors.joining("\n"));
  }

  /** Every feature as it is written, in the order of their files. */
  public List<FeatureDocument> documents() {
    return features.stream().map(FeatureDocument::of).toList();
  }

  /** How many cases each requirement has, by id. */
  public Map<String, Integer> casesByRequirement() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    cases.forEach(c -> counts.merge(c.requirement().id(), 1, Integer::sum));
    return counts;
  }

  List<SpecifiedCase> cases() {
    return cases;
  }

  /** Every requirement once, in the order of the features. */
  public List<Requirement> requirements() {
    Map<String, Requirement> byId = new LinkedHashMap<>();
    cases.forEach(c -> byId.putIfAbsent(c.requirement().id(), c.requirement()));
    return List.copyOf(byId.values());
  }

  /** Name, version and size of the specification. */
  public Specification specification() {
    String version = FeatureSet.class.getPackage().getImplementationVersion();
    return new Specification(
        "Crosscheck",
        version == null ? "development" : version,
        features.size(),
        requirements().size(),
        cases.size());
  }
}
