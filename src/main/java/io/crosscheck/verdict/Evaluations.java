package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The evaluations of one scenario, each made once: the check of a literal, the verdict and the
 * properties ask for the same one.
 */
public final class Evaluations {

  private final Map<Request, Map<Map<Choice, String>, Evaluation>> known = new IdentityHashMap<>();

  /** That of this very request under choices of these values. */
  Evaluation of(Request request, Choices choices) {
    Map<Choice, String> values = choices.values();
    // A value set to the reference's own is the same as one not set.
    values.entrySet().removeIf(e -> e.getKey().allowed().get(0).equals(e.getValue()));
    return known
        .computeIfAbsent(request, r -> new HashMap<>())
        .computeIfAbsent(values, v -> Evaluation.of(request, choices));
  }
}
