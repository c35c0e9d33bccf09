package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.tensor.DType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The first line of a journal: all that a run must have in common with it to go on where it ends.
 *
 * @param journal version of the journal's layout
 * @param run what bears on outcomes, by name; texts that are long or name folders as checksums
 */
record JournalHeader(int journal, Map<String, String> run) {

  private static final int VERSION = 1;

  /** That of a run over the implementation that describes itself so. */
  static JournalHeader of(
      FeatureSet features, RunOptions options, String backend, Description description) {
    Map<String, String> run = new LinkedHashMap<>();
    run.put("Crosscheck", features.specification().version());
    run.put("specification", checksum(features.text()));
    run.put("backend", backend.startsWith(Candidate.EXEC) ? "exec" : backend);
    run.put("implementation", description.name() + " " + description.version());
    run.put("claims and choices", checksum(claims(description)));
    run.put("tier", options.selection().tier().token());
    run.put("profile", options.profile().token());
    run.put("filters", options.selection().filters().toString());
    run.put("time limit", options.timeout().map(Object::toString).orElse("default"));
    return new JournalHeader(VERSION, run);
  }

  /** What the other has otherwise, in words; empty if nothing. */
  Optional<String> differenceTo(JournalHeader other) {
    if (journal != other.journal) {
      return Optional.of("journal version " + journal + ", expected " + other.journal);
    }
    return other.run.keySet().stream()
        .filter(name -> !Objects.equals(other.run.get(name), run.get(name)))
        .map(name -> name + " \"" + run.get(name) + "\", this run \"" + other.run.get(name) + "\"")
        .findFirst();
  }

  private static String claims(Description description) {
    Map<String, TreeSet<DType>> operations = new TreeMap<>();
    description.operations().forEach((name, dtypes) -> operations.put(name, new TreeSet<>(dtypes)));
    return operations + "\n" + new TreeMap<>(description.choices()) + "\n" + description.dialect();
  }

  private static String checksum(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", checksum.getValue());
  }
}
