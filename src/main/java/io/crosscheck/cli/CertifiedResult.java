package io.crosscheck.cli;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusedException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** The exact result of a request, each element enclosed as tightly as a reader wants it. */
final class CertifiedResult {

  // Beyond 10^-1000000000 an exact value has no digits that can be told; its bounds stay wide.
  private static final int MOST_REFINEMENTS = 6;
  private static final BigDecimal RELATIVE_WIDTH = new BigDecimal("1e-26");

  private final Certified certified;

  private CertifiedResult(Certified certified) {
    this.certified = certified;
  }

  /** Empty where the specification refuses the request or has no such operation. */
  static Optional<CertifiedResult> of(Request request, Choices choices) {
    return Catalogue.find(request.operation()).flatMap(o -> of(o, request.arguments(), choices));
  }

  private static Optional<CertifiedResult> of(
      Operation operation, Arguments given, Choices choices) {
    try {
      Arguments arguments = operation.signature().bind(given);
      return Optional.of(new CertifiedResult(Certified.of(operation, arguments, choices)));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  Header header() {
    return certified.header();
  }

  /** The lower end of an element's enclosure, rounded down to so many significant digits. */
  String lower(int i, int digits) {
    return end(tight(i), digits, RoundingMode.FLOOR);
  }

  /** The upper end of an element's enclosure, rounded up to so many significant digits. */
  String upper(int i, int digits) {
    return end(tight(i), digits, RoundingMode.CEILING);
  }

  /** The correctly rounded result; empty for ints and bools, and where it can't be told. */
  OptionalDouble rounded(int i) {
    if (!header().dtype().isFloat()) {
      return OptionalDouble.empty();
    }
    for (int n = 0; n < MOST_REFINEMENTS && enclosed(i).isEmpty(); n++) {
      certified.refine(i);
    }
    return enclosed(i);
  }

  /** An element's enclosure, relatively no wider than 26 digits can tell. */
  Enclosure tight(int i) {
    for (int n = 0; n < MOST_REFINEMENTS && !isTight(certified.enclosure(i)); n++) {
      certified.refine(i);
    }
    return certified.enclosure(i);
  }

  private OptionalDouble enclosed(int i) {
    Enclosure enclosure = certified.enclosure(i);
    return enclosure.special().isPresent()
        ? enclosure.special()
        : enclosure.rounded(header().dtype());
  }

  private static boolean isTight(Enclosure enclosure) {
    if (enclosure.special().isPresent()) {
      return true;
    }
    if (enclosure.isUnbounded()) {
      return false;
    }
    BigDecimal width = enclosure.upper().subtract(enclosure.lower());
    BigDecimal largest = enclosure.upper().abs().max(enclosure.lower().abs());
    return width.compareTo(largest.multiply(RELATIVE_WIDTH)) <= 0;
  }

  private static String end(Enclosure enclosure, int digits, RoundingMode outwards) {
    if (enclosure.special().isPresent()) {
      return Double.toString(enclosure.special().getAsDouble());
    }
    boolean down = outwards == RoundingMode.FLOOR;
    if (enclosure.isUnbounded()) {
      return down ? "-Infinity" : "Infinity";
    }
    BigDecimal end = down ? enclosure.lower() : enclosure.upper();
    BigDecimal rounded = end.round(new MathContext(digits, outwards));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
  }
}
