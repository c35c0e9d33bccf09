package io.crosscheck.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides when an adapter that keeps timing out is asked no more, so that a run ends. */
final class Patience {

  private static final int WITHOUT_ANY_ANSWER = 3;
  private static final int IN_A_ROW = 5;

  private final Map<String, Integer> inARow = new HashMap<>();
  private boolean anyAnswer;
  private int timeouts;

  void answered(String operation) {
    anyAnswer = true;
    inARow.remove(operation);
  }

  void timedOut(String operation) {
    timeouts++;
    inARow.merge(operation, 1, Integer::sum);
  }

  void crashed(String operation) {
    inARow.remove(operation);
  }

  /** Why a request for that operation is not worth its time. */
  Optional<String> exhausted(String operation) {
    if (!anyAnswer && timeouts >= WITHOUT_ANY_ANSWER) {
      return Optional.of("the adapter timed out " + timeouts + " times and never answered");
    }
    int here = inARow.getOrDefault(operation, 0);
    return here >= IN_A_ROW
        ? Optional.of("the adapter timed out " + here + " times in a row for " + operation)
        : Optional.empty();
  }
}
