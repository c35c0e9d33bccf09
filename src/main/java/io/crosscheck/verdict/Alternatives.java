package io.crosscheck.verdict;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which undeclared choices may be taken: first the reference's own, then every
 * combination of values at the choices that evaluations turned out to depend on, but for those that
 * need a declaration.
 */
final class Alternatives {

  private final Map<Choice, String> declared;
  private final Deque<Map<Choice, String>> open = new ArrayDeque<>();
  private final Set<Map<Choice, String>> seen = new HashSet<>();

  Alternatives(Map<Choice, String> declared) {
    this.declared = declared;
    Map<Choice, String> start = new EnumMap<>(Choice.class);
    start.putAll(declared);
    offer(start);
  }

  boolean hasNext() {
    return !open.isEmpty();
  }

  Choices next() {
    return Choices.of(open.remove());
  }

  /** Adds what an evaluation under {@code choices} showed to matter. */
  void follow(Choices choices) {
    for (Choice choice : choices.asked()) {
      if (!declared.containsKey(choice) && !choice.needsDeclaration()) {
        String taken = choices.get(choice);
        for (String value : choice.allowed()) {
          if (!value.equals(taken)) {
            offer(choices.with(choice, value).values());
          }
        }
      }
    }
  }

  private void offer(Map<Choice, String> values) {
    // A value set to the reference's own is the same as one not set.
    values
        .entrySet()
        .removeIf(e -> !declared.containsKey(e.getKey()) && isReference(e.getKey(), e.getValue()));
    if (seen.add(values)) {
      open.add(values);
    }
  }

  private static boolean isReference(Choice choice, String value) {
    return choice.allowed().get(0).equals(value);
  }
}
