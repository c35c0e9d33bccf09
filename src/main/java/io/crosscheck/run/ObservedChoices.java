package io.crosscheck.run;

import io.crosscheck.operation.Choice;
import io.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values that the answers of a run showed at choices. What one answer leaves open another may
 * settle: that -1 is taken fits {@code any} and {@code only_minus_one}, that -2 is refused fits
 * {@code only_minus_one} and {@code refused}, and only one of them fits both.
 */
final class ObservedChoices {

  private final Map<String, List<String>> shown = new TreeMap<>();
  private final Set<List<Map<Choice, String>>> open = new LinkedHashSet<>();

  /** Adds what a case showed, and the ways by which its other answers are right. */
  void add(Map<String, String> observed, List<List<Map<Choice, String>>> open) {
    observed.forEach(
        (choice, value) -> {
          List<String> values = shown.computeIfAbsent(choice, c -> new ArrayList<>());
          if (!values.contains(value)) {
            values.add(value);
          }
        });
    this.open.addAll(open);
  }

  /** By choice, the values that single cases showed; else the one that fits every answer. */
  Map<String, List<String>> table() {
    Map<String, List<String>> table = new TreeMap<>(shown);
    boolean settled = true;
    while (settled) {
      settled = false;
      for (Choice choice : Choice.values()) {
        Optional<String> value =
            table.containsKey(choice.token()) ? Optional.empty() : value(choice, table);
        value.ifPresent(v -> table.put(choice.token(), List.of(v)));
        settled |= value.isPresent();
      }
    }
    return table;
  }

  /** The only value of {@code choice} by which, given what is settled, every answer is right. */
  private Optional<String> value(Choice choice, Map<String, List<String>> settled) {
    Set<String> values = new LinkedHashSet<>(choice.allowed());
    for (List<Map<Choice, String>> ways : open) {
      List<Map<Choice, String>> left = ways.stream().filter(way -> agrees(way, settled)).toList();
      // None is left of an implementation that is not of one piece, which says nothing here.
      if (!left.isEmpty()) {
        values.retainAll(Verdict.fitting(choice, left));
      }
    }
    return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
  }

  private static boolean agrees(Map<Choice, String> way, Map<String, List<String>> settled) {
    return way.entrySet().stream()
        .allMatch(
            e -> {
              List<String> values = settled.getOrDefault(e.getKey().token(), List.of());
              return values.size() != 1 || values.contains(e.getValue());
            });
  }
}
