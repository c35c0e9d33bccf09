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

  private static final Profile[] PROFILES = Profile.values();

  private final Tolerance[] tolerances = new Tolerance[PROFILES.length];
  private final double[] worst = new double[PROFILES.length];

  OverBounds(Operation operation, Arguments arguments, Choices choices, DType dtype) {
    for (Profile profile : PROFILES) {
      tolerances[profile.ordinal()] = Tolerance.of(operation, arguments, choices, dtype, profile);
    }
  }

  /** Takes an element's error into account; one that is wrong by kind is beyond every bound. */
  void add(int i, double exact, double error, boolean flushed) {
    for (int p = 0; p < worst.length && error > 0; p++) {
      worst[p] = Math.max(worst[p], error / tolerances[p].allowed(i, exact, flushed));
    }
  }

  /** The largest error divided by the error allowed, under each profile. */
  Map<Profile, Double> worst() {
    Map<Profile, Double> result = new EnumMap<>(Profile.class);
    for (Profile profile : PROFILES) {
      result.put(profile, worst[profile.ordinal()]);
    }
    return Map.copyOf(result);
  }
}
