package io.crosscheck.run;

import com.fasterxml.jackson.core.type.TypeReference;
import io.crosscheck.report.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The id of every case of the specification, by requirement, as {@code fixtures/manifest.json} has
 * them: a build or a jar that lost a feature can't run green on what is left.
 */
public final class Manifest {

  private static final String RESOURCE = "/io/crosscheck/fixtures/manifest.json";

  private Manifest() {}

  /** Refuses a specification whose cases aren't those of the manifest. */
  static void check(List<SpecifiedCase> cases) {
    Set<String> missing = new HashSet<>();
    read().values().forEach(missing::addAll);
    Set<String> unknown = new HashSet<>();
    for (SpecifiedCase specified : cases) {
      if (!missing.remove(specified.id())) {
        unknown.add(specified.id());
      }
    }
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new SetUpException(
          "the features are not those of fixtures/manifest.json: %d cases are missing %s, %d unknown %s"
              .formatted(missing.size(), first(missing), unknown.size(), first(unknown)));
    }
  }

  /** What the manifest of the features on the class path has to say, as text. */
  public static String current() {
    return write(FeatureSet.all());
  }

  /** The manifest of these cases, as text. */
  static String write(List<SpecifiedCase> cases) {
    Map<String, List<String>> byRequirement = new TreeMap<>();
    for (SpecifiedCase specified : cases) {
      byRequirement
          .computeIfAbsent(specified.requirement().id(), id -> new ArrayList<>())
          .add(specified.id());
    }
    try {
      return Json.WRITER.writeValueAsString(byRequirement) + "\n";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The ids of its cases, by requirement. */
  public static Map<String, List<String>> read() {
    try (InputStream in = Manifest.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new SetUpException("this build of Crosscheck has no fixtures/manifest.json");
      }
      return Json.MAPPER.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new SetUpException("fixtures/manifest.json can't be read: " + e.getMessage());
    }
  }

  private static String first(Set<String> ids) {
    return ids.stream().min(Comparator.naturalOrder()).map(id -> "(" + id + " …)").orElse("");
  }
}
