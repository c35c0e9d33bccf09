package io.crosscheck.steps;

import io.crosscheck.verdict.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * Properties are stated of the reference's own choices. An implementation that conforms by another
 * value of a choice, a refusal among them, is held to the definition in their place.
 */
final class Stated {

  private Stated() {}

  /** Fails as {@code property} does, unless these results conform by another choice. */
  static void of(ScenarioState state, Runnable property, Computation... results) {
    try {
      property.run();
    } catch (AssertionError failure) {
      List<Verdict> verdicts =
          Arrays.stream(results).map(r -> state.judge().judge(r.request(), r.answer())).toList();
      boolean conform = verdicts.stream().allMatch(Verdict::passed);
      if (!conform || verdicts.stream().noneMatch(Stated::choosesOtherwise)) {
        throw failure;
      }
      for (int i = 0; i < results.length; i++) {
        state.accept(results[i], verdicts.get(i));
      }
    }
  }

  private static boolean choosesOtherwise(Verdict verdict) {
    return verdict.observed().entrySet().stream()
        .anyMatch(e -> !e.getKey().allowed().get(0).equals(e.getValue()));
  }
}
