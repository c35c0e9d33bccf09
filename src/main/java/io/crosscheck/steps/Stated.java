package io.crosscheck.steps;

import io.crosscheck.verdict.Judge;
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
      List<Verdict> verdicts = Arrays.stream(results).map(r -> verdict(state.judge(), r)).toList();
      Judge own = state.judge().byOwnChoices();
      boolean conform = verdicts.stream().allMatch(Verdict::passed);
      boolean otherwise = Arrays.stream(results).anyMatch(r -> !verdict(own, r).passed());
      if (!conform || !otherwise) {
        throw failure;
      }
      for (int i = 0; i < results.length; i++) {
        state.accept(results[i], verdicts.get(i));
      }
    }
  }

  private static Verdict verdict(Judge judge, Computation result) {
    return judge.judge(result.request(), result.answer());
  }
}
