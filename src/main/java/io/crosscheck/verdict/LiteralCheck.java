package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.TensorLiteral;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the specification to its own examples: whether a literal in a feature states the certified
 * result. A number with a fraction or exponent states it to the digits shown, within half a unit of
 * the last; one without, or a hexadecimal one, must be the correctly rounded result itself.
 */
public final class LiteralCheck {

  // A value known to this many digits that still covers the edge is a fraction at the edge, which
  // no binary number equals; irrational values have come apart from it long before.
  private static final int EDGE_DIGITS = 100;

  private final Evaluation evaluation;
  private final Set<Choice> given;

  /** A check of results of {@code request} under these choices, the reference's own elsewhere. */
  public LiteralCheck(Request request, Map<Choice, String> choices, Evaluations evaluations) {
    this.evaluation = evaluations.of(request, Choices.of(choices));
    this.given = choices.keySet();
  }

  /** What {@code literal} gets wrong; empty if it states the exact result. */
  public Optional<String> mismatch(String literal) {
    try {
      Certified certified = evaluation.certified();
      TensorLiteral.Parts parts = TensorLiteral.read(literal, certified.header().dtype());
      if (!parts.shape().equals(certified.header().shape())) {
        return Optional.of(
            "the literal has shape "
                + parts.shape()
                + ", the result "
                + certified.header().shape());
      }
      return elements(parts.elements(), certified);
    } catch (RefusedException e) {
      return Optional.of(
          "the specification refuses it with " + e.code().token() + ": " + e.getMessage());
    }
  }

  /**
   * What an expected refusal gets wrong; empty if the specification refuses with that code,
   * whatever the choices that weren't given.
   */
  public Optional<String> mismatch(RefusalCode expected) {
    Optional<String> mismatch = mismatch(evaluation, expected);
    return mismatch.isPresent()
        ? mismatch
        : unsaid(evaluation, given, expected)
            .map(c -> "it is refused by choice: say \"where " + c.token() + " is …\"");
  }

  private static Optional<String> mismatch(Evaluation evaluation, RefusalCode expected) {
    try {
      evaluation.certified();
      return Optional.of("the specification gives a result");
    } catch (RefusedException e) {
      return e.code() == expected
          ? Optional.empty()
          : Optional.of("the specification refuses it with " + e.code().token());
    }
  }

  /** The choice that a refused request rests on, though the scenario gives no value of it. */
  private Optional<Choice> unsaid(Evaluation refused, Set<Choice> settled, RefusalCode expected) {
    Choices choices = refused.choices();
    for (Choice choice : choices.asked()) {
      if (!settled.contains(choice)) {
        Set<Choice> rest = EnumSet.of(choice);
        rest.addAll(settled);
        for (String value : choice.allowed()) {
          Evaluation other = Evaluation.of(refused.request(), choices.with(choice, value));
          if (mismatch(other, expected).isPresent() || unsaid(other, rest, expected).isPresent()) {
            return Optional.of(choice);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> elements(List<String> texts, Certified certified) {
    for (int i = 0; i < texts.size(); i++) {
      if (!states(texts.get(i), certified, i)) {
        Enclosure exact = certified.enclosure(i);
        String lower = FailureText.end(exact, RoundingMode.FLOOR);
        return Optional.of("element " + i + " is " + texts.get(i) + ", the exact value " + lower);
      }
    }
    return Optional.empty();
  }

  private static boolean states(String text, Certified certified, int i) {
    DType dtype = certified.header().dtype();
    if (!dtype.isFloat()) {
      return NumberLiteral.parseInteger(text, dtype) == (long) certified.enclosure(i).estimate();
    }
    double literal = NumberLiteral.parse(text, dtype);
    double rounded = certified.rounded(i);
    if (Double.isNaN(rounded) || Double.isNaN(literal)) {
      return Double.isNaN(rounded) && Double.isNaN(literal);
    }
    boolean finite = certified.enclosure(i).special().isEmpty() && Double.isFinite(literal);
    return rounded == literal || (finite && showsDigits(text) && near(text, certified, i));
  }

  private static boolean showsDigits(String text) {
    boolean hexadecimal = text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
    boolean decimals = text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    return decimals && !hexadecimal;
  }

  /** Whether the exact value lies within half a unit of the literal's last digit. */
  private static boolean near(String text, Certified certified, int i) {
    BigDecimal literal = NumberLiteral.exact(text);
    BigDecimal half = literal.ulp().divide(BigDecimal.valueOf(2));
    BigDecimal low = literal.subtract(half);
    BigDecimal high = literal.add(half);
    while (true) {
      Enclosure exact = certified.enclosure(i);
      if (!exact.isUnbounded()) {
        if (exact.lower().compareTo(low) >= 0 && exact.upper().compareTo(high) <= 0) {
          return true;
        }
        if (exact.upper().compareTo(low) < 0 || exact.lower().compareTo(high) > 0) {
          return false;
        }
        BigDecimal width = exact.upper().subtract(exact.lower());
        if (width.compareTo(half.scaleByPowerOfTen(-EDGE_DIGITS)) < 0) {
          return true;
        }
      }
      certified.refine(i);
    }
  }
}
