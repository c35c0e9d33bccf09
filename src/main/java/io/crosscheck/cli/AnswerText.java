package io.crosscheck.cli;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.CertifiedResult;
import io.crosscheck.verdict.ElementError;
import io.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An answer in words: the first elements of a result and the worst one, each beside its certified
 * enclosure, the correctly rounded result, its error in ulp, the error allowed and the fraction
 * that it takes of it.
 */
final class AnswerText {

  private static final int ELEMENTS_SHOWN = 20;
  private static final int DIGITS = 25;

  private final Optional<CertifiedResult> certified;
  private final Optional<double[]> allowed;

  /**
   * Text about an answer to {@code request}.
   *
   * @param choices the values that the answer is held to
   * @param allowed the error allowed for each element
   */
  AnswerText(Request request, Map<Choice, String> choices, Optional<double[]> allowed) {
    this.certified = CertifiedResult.of(request, Choices.of(choices));
    this.allowed = allowed;
  }

  List<String> of(Answer answer, Verdict verdict) {
    if (answer instanceof Answer.Output output) {
      return result(output.tensor(), verdict.measurement().map(measured -> measured.worst().get()));
    }
    if (answer instanceof Answer.Refused refused) {
      return List.of("refused with " + refused.code().token() + ": " + refused.message());
    }
    // The verdict on these two repeats their words.
    return List.of();
  }

  private List<String> result(Tensor tensor, Optional<ElementError> worst) {
    List<String> lines = new ArrayList<>();
    lines.add("a " + tensor.dtype().token() + " tensor of shape " + tensor.shape());
    for (int i = 0; i < Math.min(tensor.size(), ELEMENTS_SHOWN); i++) {
      lines.add(line(tensor, i));
    }
    if (tensor.size() > ELEMENTS_SHOWN) {
      lines.add("  and " + (tensor.size() - ELEMENTS_SHOWN) + " more");
    }
    worst.ifPresent(
        element -> {
          lines.add("the largest error over bound:");
          lines.add(line(tensor, element.index()));
        });
    return lines;
  }

  private String line(Tensor tensor, int i) {
    String text = "  " + i + "  " + NumberLiteral.format(tensor, i);
    Header header = new Header(tensor.dtype(), tensor.shape());
    return certified
        .filter(exact -> exact.header().equals(header))
        .map(exact -> text + beside(exact, tensor, i))
        .orElse(text);
  }

  private String beside(CertifiedResult exact, Tensor tensor, int i) {
    String lower = exact.lower(i, DIGITS);
    String upper = exact.upper(i, DIGITS);
    String text = "  exact " + (lower.equals(upper) ? lower : "[" + lower + ", " + upper + "]");
    OptionalDouble rounded = exact.rounded(i);
    if (rounded.isPresent()) {
      text += "  rounded " + NumberLiteral.format(rounded.getAsDouble(), tensor.dtype());
    }
    boolean measured =
        tensor.dtype().isFloat()
            && Double.isFinite(tensor.number(i))
            && exact.tight(i).special().isEmpty();
    return measured ? text + measures(exact.tight(i), tensor, i) : text;
  }

  private String measures(Enclosure exact, Tensor tensor, int i) {
    double error = exact.distanceFrom(tensor.number(i)).most();
    String ulps =
        String.format(
            Locale.ROOT, "  error %.4f ulp", error / tensor.dtype().ulp(exact.estimate()));
    return ulps + allowed.map(a -> against(error, a[i])).orElse("");
  }

  private static String against(double error, double allowed) {
    return allowed == 0
        ? "  must be exact"
        : String.format(Locale.ROOT, "  allowed %.4g  err/bound %.4f", allowed, error / allowed);
  }
}
