package io.crosscheck.verdict;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a result with the certified one, element by element, refining until all are decided. */
final class ResultComparison {

  private static final int SHOWN = 3;
  // Errors are measured at least this finely, in ulp.
  private static final double RESOLUTION = 0.01;

  private final Operation operation;
  private final Arguments arguments;
  private final Choices choices;
  private final Profile profile;

  ResultComparison(Operation operation, Arguments arguments, Choices choices, Profile profile) {
    this.operation = operation;
    this.arguments = arguments;
    this.choices = choices;
    this.profile = profile;
  }

  /** The verdict on {@code result}, whose dtype and shape have been found right. */
  Verdict compare(Certified certified, Tensor result) {
    DType dtype = result.dtype();
    Tolerance tolerance = Tolerance.of(operation, arguments, dtype, profile);
    Tally tally = new Tally(dtype);
    OverBounds overBounds = new OverBounds(operation, arguments, dtype);
    FailureText text = new FailureText(arguments, result);
    List<String> misses = new ArrayList<>();
    int failures = 0;
    for (int i = 0; i < result.size(); i++) {
      Element element = decide(certified, tolerance, result, i);
      if (!element.passed()) {
        failures++;
        if (misses.size() < SHOWN) {
          misses.add(text.of(element));
        }
      }
      if (element.measured()) {
        tally.add(element);
      }
      if (element.measured() || isWrongByKind(element, tolerance, dtype)) {
        overBounds.add(element, flushed(element.exact().estimate(), dtype));
      }
    }
    if (failures == 0) {
      return new Verdict(
          Outcome.PASSED, "", Map.of(), tally.measurement(overBounds.worst(), text::record));
    }
    String heading =
        "%s (%s): %d of %d elements outside the %s bound"
            .formatted(operation.name(), dtype.token(), failures, result.size(), profile.token());
    return new Verdict(
        Outcome.FAILED,
        heading + "\n" + String.join("\n", misses),
        Map.of(),
        tally.measurement(overBounds.worst(), text::record));
  }

  private Element decide(Certified certified, Tolerance tolerance, Tensor result, int i) {
    double y = result.number(i);
    DType dtype = result.dtype();
    Enclosure enclosure = certified.enclosure(i);
    if (enclosure.special().isPresent()) {
      double special = enclosure.special().getAsDouble();
      boolean equal = Double.isNaN(special) ? Double.isNaN(y) : y == special;
      return Element.special(i, y, enclosure, equal);
    }
    while (true) {
      enclosure = certified.enclosure(i);
      double exact = enclosure.estimate();
      double allowed = tolerance.allowed(i, exact, flushed(exact, dtype));
      if (Double.isNaN(y)) {
        return Element.special(i, y, enclosure, false);
      }
      if (Double.isInfinite(y)) {
        return Element.special(i, y, enclosure, mayOverflow(y, exact, allowed, dtype));
      }
      Enclosure.Distance distance = enclosure.distanceFrom(y);
      boolean decided = distance.most() <= allowed || distance.least() > allowed;
      boolean coarse = distance.most() - distance.least() > resolution(dtype.ulp(exact), distance);
      if (decided && !coarse) {
        boolean measured = !tolerance.isExact(i) && dtype.isFloat();
        return new Element(
            i, y, enclosure, distance, allowed, distance.most() <= allowed, measured);
      }
      certified.refine();
    }
  }

  /** Whether a float is NaN or infinite where the exact value is a number. */
  private static boolean isWrongByKind(Element element, Tolerance tolerance, DType dtype) {
    return !element.passed()
        && !Double.isFinite(element.result())
        && element.exact().special().isEmpty()
        && dtype.isFloat()
        && !tolerance.isExact(element.index());
  }

  /** A hundredth of an ulp, or the finest that a double can hold a distance of that size. */
  private static double resolution(double ulp, Enclosure.Distance distance) {
    return Math.max(RESOLUTION * ulp, Math.max(0x1p-48 * distance.most(), Double.MIN_VALUE));
  }

  private boolean flushed(double exact, DType dtype) {
    boolean subnormal = exact != 0 && Math.abs(exact) < dtype.smallestNormal();
    return subnormal && dtype.isFloat() && choices.is(Choice.SUBNORMALS, "flushed");
  }

  /** Whether some number that is allowed rounds to the infinity {@code y}. */
  private static boolean mayOverflow(double y, double exact, double allowed, DType dtype) {
    double reach = y > 0 ? exact + allowed : allowed - exact;
    return dtype.isFloat() && reach >= Tolerance.overflowThreshold(dtype);
  }
}
