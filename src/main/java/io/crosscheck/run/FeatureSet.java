package io.crosscheck.run;

import io.crosscheck.report.Requirement;
import io.crosscheck.report.Specification;
import io.cucumber.core.eventbus.IncrementingUuidGenerator;
import io.cucumber.core.eventbus.UuidGenerator;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import java.net.URI;
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

  private static final URI IN_THE_JAR = URI.create("classpath:io/crosscheck/features");

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
    List<Feature> features = parse(folder.map(Path::toUri).orElse(IN_THE_JAR));
    List<SpecifiedCase> cases =
        unique(features.parallelStream().flatMap(f -> FeatureReader.read(f).stream()).toList());
    if (cases.isEmpty()) {
      throw new SetUpException(
          "no features in " + folder.map(Path::toString).orElse("this build of Crosscheck"));
    }
    return new FeatureSet(features, cases);
  }

  private static List<SpecifiedCase> unique(List<SpecifiedCase> cases) {
    Set<String> taken = new HashSet<>();
    List<SpecifiedCase> unique = new ArrayList<>();
    for (SpecifiedCase specified : cases) {
      String id = specified.id();
      for (int n = 2; !taken.add(id); n++) {
        id = specified.id() + "-" + n;
      }
      unique.add(specified.called(id));
    }
    return unique;
  }

  private static List<Feature> parse(URI place) {
    try {
      return FeatureFiles.parse(place, IDS::generateId);
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
