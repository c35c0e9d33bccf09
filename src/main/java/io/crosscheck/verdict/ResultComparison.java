package io.crosscheck.verdict;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/** Compares a result with the certified one, element by element, refining until all are decided. */
final class ResultComparison {

  private static final int SHOWN = 3;
  // Errors are measured at least this finely, in ulp.
  static final double RESOLUTION = 0.01;

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
    Tolerance tolerance = Tolerance.of(operation, arguments, choices, dtype, profile);
    Tally tally = new Tally();
    OverBounds overBounds = new OverBounds(operation, arguments, choices, dtype, profile);
    FailureText text = new FailureText(operation, arguments, result);
    List<String> misses = new ArrayList<>();
    int failures = 0;
    FirstLook first = new FirstLook(certified, tolerance, overBounds, choices, result, tally);
    for (int i = first.next(0); i < result.size(); i = first.next(i + 1)) {
      Element element = decide(certified, tolerance, result, i);
      if (!element.passed()) {
        failures++;
        if (misses.size() < SHOWN) {
          misses.add(text.of(element));
        }
      }
      if (element.measured()) {
        double exact = element.exact().estimate();
        double ulps = dtype.ulps(element.error(), exact);
        double difference = element.result() - exact;
        tally.add(i, ulps, difference, element.error(), element.allowed());
        boolean flushed = Tolerance.isFlushed(exact, dtype, choices);
        overBounds.add(i, exact, element.error(), ulps, flushed);
      } else if (isWrongByKind(element, tolerance, dtype)) {
        overBounds.addWrongKind();
      }
    }
    IntFunction<ElementError> details = i -> text.record(decide(certified, tolerance, result, i));
    Optional<Measurement> measurement =
        tally.measurement(overBounds.worst(tally.worstOverBound()), details);
    if (failures == 0) {
      return new Verdict(Outcome.PASSED, "", List.of(), measurement);
    }
    String heading =
        String.format(
            Locale.ROOT,
            "%s (%s): %d of %d elements outside the %s bound",
            operation.name(),
            dtype.token(),
            failures,
            result.size(),
            profile.token());
    return new Verdict(
        Outcome.FAILED, heading + "\n" + String.join("\n", misses), List.of(), measurement);
  }

  private Element decide(Certified certified, Tolerance tolerance, Tensor result, int i) {
    while (true) {
      Enclosure enclosure = certified.enclosure(i);
      double y = result.number(i);
      Optional<Element> element =
          enclosure.special().isPresent() || !Double.isFinite(y)
              ? decideKind(enclosure, tolerance, result.dtype(), i, y)
              : decideDistance(enclosure, tolerance, result.dtype(), i, y);
      if (element.isPresent()) {
        return element.get();
      }
      certified.refine(i);
    }
  }

  /** The element if the exact value or y is NaN or infinite; empty while too little is known. */
  private Optional<Element> decideKind(
      Enclosure enclosure, Tolerance tolerance, DType dtype, int i, double y) {
    if (enclosure.special().isPresent()) {
      double special = enclosure.special().getAsDouble();
      boolean equal = Double.isNaN(special) ? Double.isNaN(y) : y == special;
      return Optional.of(Element.special(i, y, enclosure, equal));
    }
    if (enclosure.isUnbounded()) {
      return Optional.empty();
    }
    double exact = enclosure.estimate();
    double allowed = tolerance.allowed(i, exact, Tolerance.isFlushed(exact, dtype, choices));
    boolean passed =
        enclosure.rounded(dtype).equals(OptionalDouble.of(y))
            || (Double.isInfinite(y) && Tolerance.mayOverflow(y, exact, allowed, dtype));
    return Optional.of(Element.special(i, y, enclosure, passed));
  }

  /** The element if it is decided whether the finite y is near enough, and how near. */
  private Optional<Element> decideDistance(
      Enclosure enclosure, Tolerance tolerance, DType dtype, int i, double y) {
    double exact = enclosure.estimate();
    double allowed = tolerance.allowed(i, exact, Tolerance.isFlushed(exact, dtype, choices));
    Enclosure.Distance distance = enclosure.distanceFrom(y);
    boolean within = distance.most() <= allowed;
    boolean decided = within || distance.least() > allowed || isOutside(enclosure, y, allowed);
    if (!decided || isCoarse(distance, RESOLUTION * dtype.ulp(exact))) {
      return Optional.empty();
    }
    boolean measured = !tolerance.isExact(i) && dtype.isFloat();
    return Optional.of(new Element(i, y, enclosure, distance, allowed, within, measured));
  }

  /** Whether all of the enclosure is too far from y, by less than doubles can tell perhaps. */
  private static boolean isOutside(Enclosure enclosure, double y, double allowed) {
    if (enclosure.isUnbounded()) {
      return false;
    }
    BigDecimal result = new BigDecimal(y);
    BigDecimal most = new BigDecimal(allowed);
    return enclosure.lower().subtract(result).compareTo(most) > 0
        || result.subtract(enclosure.upper()).compareTo(most) > 0;
  }

  /** Whether the distance is known less finely than asked and than doubles could hold it. */
  private static boolean isCoarse(Enclosure.Distance distance, double resolution) {
    double finest = Math.max(resolution, Math.max(0x1p-48 * distance.most(), Double.MIN_VALUE));
    boolean beyondDoubles = distance.least() == Double.MAX_VALUE;
    return !beyondDoubles
        && (Double.isInfinite(distance.most()) || distance.most() - distance.least() > finest);
  }

  /** Whether a float is NaN or infinite where the exact value is a number. */
  private static boolean isWrongByKind(Element element, Tolerance tolerance, DType dtype) {
    return !element.passed()
        && !Double.isFinite(element.result())
        && element.exact().special().isEmpty()
        && dtype.isFloat()
        && !tolerance.isExact(element.index());
  }
}
