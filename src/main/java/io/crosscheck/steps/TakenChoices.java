package io.crosscheck.steps;

import io.crosscheck.operation.Choice;
import io.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways of taking the choices by which all answers of a scenario are right. At a choice an
 * operation has one value: answers that are right by one value here and by another there are of no
 * implementation that the specification allows.
 */
final class TakenChoices {

  private final Map<String, List<Map<Choice, String>>> ways = new HashMap<>();

  /** Adds an answer of {@code operation}; says what it contradicts, if it does. */
  Optional<String> contradiction(String operation, List<Map<Choice, String>> added) {
    if (added.isEmpty()) {
      return Optional.empty();
    }
    List<Map<Choice, String>> known = ways.getOrDefault(operation, List.of(Map.of()));
    Set<Map<Choice, String>> both = new LinkedHashSet<>();
    for (Map<Choice, String> one : known) {
      for (Map<Choice, String> other : added) {
        if (fit(one, other)) {
          Map<Choice, String> joined = new EnumMap<>(Choice.class);
          joined.putAll(one);
          joined.putAll(other);
          both.add(joined);
        }
      }
    }
    if (both.isEmpty()) {
      return Optional.of(words(operation, known, added));
    }
    ways.put(operation, new ArrayList<>(both));
    return Optional.empty();
  }

  private static boolean fit(Map<Choice, String> one, Map<Choice, String> other) {
    return one.entrySet().stream()
        .allMatch(e -> other.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
  }

  private static String words(
      String operation, List<Map<Choice, String>> known, List<Map<Choice, String>> added) {
    for (Choice choice : Choice.values()) {
      Set<String> before = Verdict.fitting(choice, known);
      Set<String> now = Verdict.fitting(choice, added);
      Set<String> common = new HashSet<>(before);
      common.retainAll(now);
      if (common.isEmpty()) {
        return "%s: this answer is right where %s is %s, an earlier one of the scenario where it is %s; expected one value"
            .formatted(
                operation, choice.token(), String.join(" or ", now), String.join(" or ", before));
      }
    }
    return operation
        + ": no values of the choices make all answers of the scenario right; expected one value at each";
  }
}
