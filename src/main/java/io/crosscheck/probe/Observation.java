package io.crosscheck.probe;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.verdict.Judge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was seen of one choice.
 *
 * @param unclaimed the operations that would have shown it, but are not claimed
 */
public record Observation(Choice choice, List<Evidence> evidence, Set<String> unclaimed) {

  /** Every choice of an implementation, observed by asking it; what it declares has no say. */
  public static List<Observation> of(UnderTest underTest) {
    // Where a value has to be declared the other answers are judged by the one that was seen.
    Map<Choice, String> told = new EnumMap<>(Choice.class);
    List<Observation> observations = new ArrayList<>();
    for (Choice choice : Choice.values()) {
      Observation observation = of(choice, underTest, told);
      observations.add(observation);
      if (choice.needsDeclaration()) {
        observation.value().ifPresent(value -> told.put(choice, value));
      }
    }
    return List.copyOf(observations);
  }

  private static Observation of(Choice choice, UnderTest underTest, Map<Choice, String> told) {
    List<Evidence> evidence = new ArrayList<>();
    Set<String> unclaimed = new LinkedHashSet<>();
    for (Probe probe : Probes.of(choice)) {
      Optional<Request> request = probe.request(underTest);
      if (request.isPresent()) {
        Answer answer = underTest.answer(request.get());
        Set<String> fitting = fitting(choice, request.get(), answer, underTest.profile(), told);
        evidence.add(Evidence.of(request.get(), answer, fitting));
      } else {
        unclaimed.add(probe.operation());
      }
    }
    return new Observation(choice, List.copyOf(evidence), unclaimed);
  }

  private static Set<String> fitting(
      Choice choice, Request request, Answer answer, Profile profile, Map<Choice, String> told) {
    if (!choice.needsDeclaration()) {
      return new Judge(profile, told).judge(request, answer).fitting(choice);
    }
    return choice.allowed().stream()
        .filter(v -> new Judge(profile, Map.of(choice, v)).judge(request, answer).passed())
        .collect(Collectors.toCollection(LinkedHashSet::new));
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
