package io.crosscheck.cli;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.protocol.EnclosureSource;
import io.crosscheck.protocol.EnclosureText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certified bounds of a result under the reference's own choices, tight to 25 digits. */
final class CertifiedBounds implements EnclosureSource {

  private static final int DIGITS = 30;
  // Beyond 10^-1000000000 an exact value has no digits that can be told; its bounds stay wide.
  private static final int MOST_REFINEMENTS = 6;
  private static final BigDecimal RELATIVE_WIDTH = new BigDecimal("1e-26");

  @Override
  public Optional<EnclosureText> enclose(Request request) {
    return Catalogue.find(request.operation()).flatMap(o -> enclose(o, request.arguments()));
  }

  private static Optional<EnclosureText> enclose(Operation operation, Arguments given) {
    try {
      Arguments arguments = operation.signature().bind(given);
      Certified certified = Certified.of(operation, arguments, Choices.defaults());
      List<String> lower = new ArrayList<>();
      List<String> upper = new ArrayList<>();
      for (int i = 0; i < certified.header().shape().size(); i++) {
        for (int n = 0; n < MOST_REFINEMENTS && !isTight(certified.enclosure(i)); n++) {
          certified.refine();
        }
        if (certified.enclosure(i).isUnbounded()) {
          return Optional.empty();
        }
        lower.add(end(certified.enclosure(i), RoundingMode.FLOOR));
        upper.add(end(certified.enclosure(i), RoundingMode.CEILING));
      }
      return Optional.of(new EnclosureText(lower, upper));
    } catch (RefusedException e) {
      return Optional.empty();
    }
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

  private static String end(Enclosure enclosure, RoundingMode outwards) {
    if (enclosure.special().isPresent()) {
      return Double.toString(enclosure.special().getAsDouble());
    }
    BigDecimal end = outwards == RoundingMode.FLOOR ? enclosure.lower() : enclosure.upper();
    return end.round(new MathContext(DIGITS, outwards)).toString();
  }
}
