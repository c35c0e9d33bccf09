package io.crosscheck.verdict;

import io.crosscheck.operation.Choice;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer was judged to be.
 *
 * @param message why it isn't passed, or a remark; empty if there is nothing to say
 * @param observed the values that the answer showed at choices: where one was declared, that; else
 *     the only one by which it is right
 * @param measurement the measured error of a float result
 */
public record Verdict(
    Outcome outcome,
    String message,
    Map<Choice, String> observed,
    Optional<Measurement> measurement) {

  static Verdict of(Outcome outcome, String message) {
    return new Verdict(outcome, message, Map.of(), Optional.empty());
  }

  public boolean passed() {
    return outcome == Outcome.PASSED;
  }
}
