package io.crosscheck.run;

import io.crosscheck.mutant.Mutant;
import io.crosscheck.report.Level;
import io.crosscheck.report.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which requirement rejects how many wrong implementations: {@code reports/rejections.md}. */
final class RejectionTable {

  private final Map<String, Requirement> requirements = new TreeMap<>();
  private final Map<Mutant, Set<String>> rejections;

  /**
   * @param rejections the ids of the requirements that reject each wrong implementation
   */
  RejectionTable(FeatureSet specification, Map<Mutant, Set<String>> rejections) {
    specification.requirements().forEach(r -> requirements.put(r.id(), r));
    this.rejections = rejections;
  }

  /** The requirements of a level that reject none. */
  List<String> idle(Level level) {
    Set<String> rejecting = new TreeSet<>();
    rejections.values().forEach(rejecting::addAll);
    return requirements.values().stream()
        .filter(r -> r.level() == level && !rejecting.contains(r.id()))
        .map(Requirement::id)
        .toList();
  }

  /** The page. */
  String page(List<String> honest) {
    List<String> lines = new ArrayList<>();
    lines.add("# What the specification rejects");
    lines.add("");
    lines.add(
        "%d wrong implementations, each right but for one fault, and what the quick tier makes of them at the standard profile; the full tier of %d that only large tensors show."
            .formatted(
                rejections.size(), rejections.keySet().stream().filter(Mutant::needsSize).count()));
    lines.add(
        "They are in [src/test/java/io/crosscheck/mutant](../src/test/java/io/crosscheck/mutant); the build asserts which requirement rejects each, and in which words.");
    lines.add(
        "%d right implementations with other arithmetic or choices are asked the same, and nothing rejects them: %s."
            .formatted(honest.size(), String.join("; ", honest)));
    lines.add("");
    lines.add(
        "Written by `mvn test -Dtest=RejectionTest -Dcrosscheck.rejections=write`; where this page is not what that gives, the build fails.");
    lines.add("");
    operations(lines);
    for (Level level : Level.values()) {
      lines.add("");
      lines.add("## Requirements at @" + level.token() + " that reject none of them");
      lines.add("");
      List<String> idle = idle(level);
      if (idle.isEmpty()) {
        lines.add("None.");
      }
      idle.forEach(id -> lines.add("- `" + id + "`: " + requirements.get(id).text()));
    }
    lines.add("");
    requirements(lines);
    return String.join("\n", lines) + "\n";
  }

  private void operations(List<String> lines) {
    Map<String, int[]> counts = new TreeMap<>();
    rejections.forEach(
        (mutant, by) -> {
          int[] count = counts.computeIfAbsent(mutant.operation(), o -> new int[2]);
          count[0] += by.isEmpty() ? 0 : 1;
          count[1]++;
        });
    lines.add("| operation | rejected | of |");
    lines.add("|---|---:|---:|");
    counts.forEach((o, count) -> lines.add("| %s | %d | %d |".formatted(o, count[0], count[1])));
    int rejected = counts.values().stream().mapToInt(c -> c[0]).sum();
    lines.add("| all | %d | %d |".formatted(rejected, rejections.size()));
  }

  private void requirements(List<String> lines) {
    lines.add("## By requirement");
    lines.add("");
    lines.add("Alone: those that no other requirement rejects.");
    lines.add("");
    lines.add("| requirement | level | rejects | alone |");
    lines.add("|---|---|---:|---:|");
    for (Requirement requirement : requirements.values()) {
      List<Set<String>> rejected =
          rejections.values().stream().filter(by -> by.contains(requirement.id())).toList();
      if (!rejected.isEmpty()) {
        lines.add(
            "| `%s` | %s | %d | %d |"
                .formatted(
                    requirement.id(),
                    requirement.level().token(),
                    rejected.size(),
                    rejected.stream().filter(by -> by.size() == 1).count()));
      }
    }
  }
}
