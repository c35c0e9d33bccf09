package io.crosscheck.verdict;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import java.util.EnumMap;
import java.util.Map;

/** How far the elements of one result went, as fractions of what each profile allows. */
final class OverBounds {

  private final Map<Profile, Tolerance> tolerances = new EnumMap<>(Profile.class);
  private final Map<Profile, Double> worst = new EnumMap<>(Profile.class);

  OverBounds(Operation operation, Arguments arguments, Choices choices, DType dtype) {
    for (Profile profile : Profile.values()) {
      tolerances.put(profile, Tolerance.of(operation, arguments, choices, dtype, profile));
      worst.put(profile, 0.0);
    }
  }

  /** Takes an element's error into account; one that is wrong by kind is beyond every bound. */
  void add(Element element, boolean flushed) {
    double error = element.error();
    if (error > 0) {
      double exact = element.exact().estimate();
      tolerances.forEach(
          (profile, tolerance) -> {
            double allowed = tolerance.allowed(element.index(), exact, flushed);
            worst.merge(profile, error / allowed, Math::max);
          });
    }
  }

  /** The largest error divided by the error allowed, under each profile. */
  Map<Profile, Double> worst() {
    return Map.copyOf(worst);
  }
}
