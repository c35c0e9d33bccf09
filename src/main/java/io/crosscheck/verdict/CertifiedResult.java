package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The exact result of a request, each element enclosed as tightly as a reader wants it. */
public final class CertifiedResult {

  // Beyond 10^-1000000000 an exact value has no digits that can be told; its bounds stay wide.
  private static final int MOST_REFINEMENTS = 6;
  private static final BigDecimal RELATIVE_WIDTH = new BigDecimal("1e-26");
  private static final MathContext WIDTH = new MathContext(9, RoundingMode.CEILING);

  private final Evaluation evaluation;
  private final Certified certified;
  private final int[] refinements;

  /** Throws a {@link RefusedException} where the specification refuses the request. */
  CertifiedResult(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.certified = evaluation.certified();
    this.refinements = new int[certified.header().shape().size()];
  }

  /** Empty where the specification refuses the request or has no such operation. */
  public static Optional<CertifiedResult> of(Request request, Choices choices) {
    try {
      return Catalogue.find(request.operation()).map(known -> certify(request, choices));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /**
   * The result of a request for an operation of the catalogue.
   *
   * @throws RefusedException where the specification refuses it under these choices
   */
  public static CertifiedResult certify(Request request, Choices choices) {
    return new CertifiedResult(Evaluation.of(request, choices));
  }

  public Header header() {
    return certified.header();
  }

  /**
   * The exact value rounded down to so many significant digits, fewer where it is known to end.
   * They are its own, whatever arithmetic found them.
   */
  public String lower(int i, int digits) {
    return end(told(i, digits), digits, RoundingMode.FLOOR);
  }

  /** The exact value rounded up to so many significant digits. */
  public String upper(int i, int digits) {
    return end(told(i, digits), digits, RoundingMode.CEILING);
  }

  /** The correctly rounded result; empty for ints and bools, and where it can't be told. */
  public OptionalDouble rounded(int i) {
    if (!header().dtype().isFloat()) {
      return OptionalDouble.empty();
    }
    refined(i, enclosure -> rounded(enclosure).isPresent());
    return rounded(certified.enclosure(i));
  }

  /** The result of an operation whose results are ints or bools. */
  public Tensor integers() {
    long[] integers = new long[header().shape().size()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (long) certified.enclosure(i).estimate();
    }
    return Tensor.ofIntegers(header().dtype(), header().shape(), integers);
  }

  /** An element's enclosure, relatively no wider than 26 digits can tell. */
  public Enclosure tight(int i) {
    return refined(i, CertifiedResult::isTight);
  }

  /** The error allowed for each element, 0 where the exact value is NaN or infinite. */
  public double[] allowed(Profile profile) {
    Choices choices = evaluation.choices();
    DType dtype = header().dtype();
    Tolerance tolerance =
        Tolerance.of(evaluation.operation(), evaluation.arguments(), choices, dtype, profile);
    double[] allowed = new double[header().shape().size()];
    for (int i = 0; i < allowed.length; i++) {
      Enclosure exact = certified.enclosure(i);
      if (exact.special().isEmpty()) {
        boolean flushed = Tolerance.isFlushed(exact.estimate(), dtype, choices);
        allowed[i] = tolerance.allowed(i, exact.estimate(), flushed);
      }
    }
    return allowed;
  }

  private OptionalDouble rounded(Enclosure enclosure) {
    return enclosure.special().isPresent()
        ? enclosure.special()
        : enclosure.rounded(header().dtype());
  }

  /** An element's enclosure, narrow enough to tell that many digits of the exact value. */
  private Enclosure told(int i, int digits) {
    return refined(i, enclosure -> tells(enclosure, digits));
  }

  private Enclosure refined(int i, Predicate<Enclosure> enough) {
    while (!enough.test(certified.enclosure(i)) && refine(i)) {
      // As often as it takes.
    }
    return certified.enclosure(i);
  }

  private boolean refine(int i) {
    boolean open = refinements[i] < MOST_REFINEMENTS;
    if (open) {
      refinements[i]++;
      certified.refine(i);
    }
    return open;
  }

  private static boolean tells(Enclosure enclosure, int digits) {
    if (enclosure.special().isPresent()) {
      return true;
    }
    if (enclosure.isUnbounded()) {
      return false;
    }
    // A value this close to a number of so many digits is that number, though it isn't proved.
    boolean ends =
        width(enclosure).compareTo(enclosure.upper().abs().scaleByPowerOfTen(-2 * digits)) < 0;
    return ends
        || (agree(enclosure, digits, RoundingMode.FLOOR)
            && agree(enclosure, digits, RoundingMode.CEILING));
  }

  private static boolean agree(Enclosure enclosure, int digits, RoundingMode mode) {
    MathContext context = new MathContext(digits, mode);
    return enclosure.lower().round(context).compareTo(enclosure.upper().round(context)) == 0;
  }

  private static boolean isTight(Enclosure enclosure) {
    if (enclosure.special().isPresent()) {
      return true;
    }
    if (enclosure.isUnbounded()) {
      return false;
    }
    BigDecimal largest = enclosure.upper().abs().max(enclosure.lower().abs());
    return width(enclosure).compareTo(largest.multiply(RELATIVE_WIDTH)) <= 0;
  }

  // To few digits: ends can lie millions of decimal places apart.
  private static BigDecimal width(Enclosure enclosure) {
    return enclosure.upper().subtract(enclosure.lower(), WIDTH);
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
    if (rounded.signum() == 0) {
      return "0";
    }
    // Zeros at the end are digits, unless the value is known exactly.
    boolean exact = enclosure.lower().compareTo(enclosure.upper()) == 0;
    return (exact
            ? rounded.stripTrailingZeros()
            : rounded.setScale(rounded.scale() + digits - rounded.precision()))
        .toString();
  }
}
