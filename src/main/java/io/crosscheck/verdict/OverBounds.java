package io.crosscheck.verdict;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the elements of one result went, as fractions of what each profile allows. Few ulp are
 * better than any profile asks for, so that they count under the standard profile alone: most
 * results then cost one bound and not three.
 */
final class OverBounds {

  /** Up to here a grade is given in ulp. */
  static final double FEW_ULP = 4;

  private static final Profile[] PROFILES = Profile.values();

  private final Operation operation;
  private final Arguments arguments;
  private final Choices choices;
  private final DType dtype;
  private final Profile judged;
  private final @Nullable Tolerance[] tolerances = new Tolerance[PROFILES.length];
  private final double[] worst = new double[PROFILES.length];

  /** Of a result judged under that profile. */
  OverBounds(
      Operation operation, Arguments arguments, Choices choices, DType dtype, Profile judged) {
    this.operation = operation;
    this.arguments = arguments;
    this.choices = choices;
    this.dtype = dtype;
    this.judged = judged;
  }

  /** Takes an element into account that is NaN or infinite and must not be. */
  void addWrongKind() {
    Arrays.fill(worst, Double.POSITIVE_INFINITY);
  }

  /**
   * Takes an element's error into account, under the other profiles than the one judged by.
   *
   * @param ulps the error in ulp
   */
  void add(int i, double exact, double error, double ulps, boolean flushed) {
    boolean few = ulps <= FEW_ULP;
    if (few && judged == Profile.STANDARD) {
      return;
    }
    for (Profile profile : PROFILES) {
      boolean counts = profile == Profile.STANDARD || !few;
      if (profile != judged && counts && error > 0) {
        double ratio = error / tolerance(profile).allowed(i, exact, flushed);
        worst[profile.ordinal()] = Math.max(worst[profile.ordinal()], ratio);
      }
    }
  }

  private Tolerance tolerance(Profile profile) {
    Tolerance known = tolerances[profile.ordinal()];
    if (known == null) {
      known = Tolerance.of(operation, arguments, choices, dtype, profile);
      tolerances[profile.ordinal()] = known;
    }
    return known;
  }

  /**
   * The largest error divided by the error allowed, under each profile, given that under the one
   * judged by.
   */
  Map<Profile, Double> worst(double underJudged) {
    worst[judged.ordinal()] = Math.max(worst[judged.ordinal()], underJudged);
    Map<Profile, Double> result = new EnumMap<>(Profile.class);
    for (Profile profile : PROFILES) {
      result.put(profile, worst[profile.ordinal()]);
    }
    return Map.copyOf(result);
  }
}
