package io.crosscheck.verdict;

import io.crosscheck.operation.Choice;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer was judged to be.
 *
 * @param message why it isn't passed, or a remark; empty if there is nothing to say
 * @param ways the ways of taking the choices by which it is right, each with the values at those
 *     that mattered on that way; none if it is right by no way
 * @param measurement the measured error of a float result
 */
public record Verdict(
    Outcome outcome,
    String message,
    List<Map<Choice, String>> ways,
    Optional<Measurement> measurement) {

  static Verdict of(Outcome outcome, String message) {
    return new Verdict(outcome, message, List.of(), Optional.empty());
  }

  Verdict by(List<Map<Choice, String>> ways) {
    return new Verdict(outcome, message, ways, measurement);
  }

  public boolean passed() {
    return outcome == Outcome.PASSED;
  }

  /**
   * The values that the answer showed at choices: where one was declared, that; else the only one
   * by which it is right.
   */
  public Map<Choice, String> observed() {
    Map<Choice, String> observed = new EnumMap<>(Choice.class);
    ways.stream()
        .limit(1)
        .flatMap(way -> way.keySet().stream())
        .forEach(
            choice -> {
              Set<String> fitting = fitting(choice);
              if (fitting.size() == 1) {
                observed.put(choice, fitting.iterator().next());
              }
            });
    return observed;
  }

  /**
   * The values of {@code choice} by which the answer is right: one, where it shows the value; all,
   * where it doesn't depend on the choice; none, where it is wrong by every value.
   */
  public Set<String> fitting(Choice choice) {
    return fitting(choice, ways);
  }

  /** The values that {@code choice} has in these ways; all, where one doesn't depend on it. */
  public static Set<String> fitting(Choice choice, Collection<Map<Choice, String>> ways) {
    Set<String> fitting = new LinkedHashSet<>();
    for (Map<Choice, String> way : ways) {
      String value = way.get(choice);
      fitting.addAll(value == null ? choice.allowed() : List.of(value));
    }
    return fitting;
  }
}
