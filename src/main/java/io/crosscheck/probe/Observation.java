package io.crosscheck.probe;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Choice;
import io.crosscheck.verdict.Judge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen of one choice.
 *
 * @param unclaimed the operations that would have shown it, but are not claimed
 */
public record Observation(Choice choice, List<Evidence> evidence, Set<String> unclaimed) {

  /** Every choice of an implementation, observed by asking it; what it declares has no say. */
  public static List<Observation> of(UnderTest underTest) {
    return Arrays.stream(Choice.values()).map(choice -> of(choice, underTest)).toList();
  }

  private static Observation of(Choice choice, UnderTest underTest) {
    Judge judge = new Judge(underTest.profile(), Map.of());
    List<Evidence> evidence = new ArrayList<>();
    Set<String> unclaimed = new LinkedHashSet<>();
    for (Probe probe : Probes.of(choice)) {
      Optional<Request> request = probe.request(underTest);
      if (request.isPresent()) {
        Answer answer = underTest.answer(request.get());
        Set<String> fitting = judge.judge(request.get(), answer).fitting(choice);
        evidence.add(Evidence.of(request.get(), answer, fitting));
      } else {
        unclaimed.add(probe.operation());
      }
    }
    return new Observation(choice, List.copyOf(evidence), unclaimed);
  }

  /** The one value by which every answer is right; empty if there is none, or more than one. */
  public Optional<String> value() {
    Set<String> values = new LinkedHashSet<>(choice.allowed());
    evidence.forEach(e -> values.retainAll(e.fitting()));
    return evidence.isEmpty() || values.size() != 1
        ? Optional.empty()
        : values.stream().findFirst();
  }

  /** The value of each choice that has one. */
  public static Map<Choice, String> values(List<Observation> observations) {
    Map<Choice, String> values = new EnumMap<>(Choice.class);
    observations.forEach(o -> o.value().ifPresent(value -> values.put(o.choice(), value)));
    return values;
  }
}
