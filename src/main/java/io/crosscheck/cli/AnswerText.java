package io.crosscheck.cli;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.protocol.EnclosureText;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer in words: for each element of a result its certified enclosure under the reference's
 * choices, its error in ulp and the error allowed.
 */
final class AnswerText {

  private static final int ELEMENTS_SHOWN = 20;

  private final Optional<EnclosureText> certified;
  private final Optional<double[]> allowed;

  AnswerText(Request request, Optional<double[]> allowed) {
    this.certified = new CertifiedBounds().enclose(request);
    this.allowed = allowed;
  }

  List<String> of(Answer answer) {
    if (answer instanceof Answer.Output output) {
      return result(output.tensor());
    }
    if (answer instanceof Answer.Refused refused) {
      return List.of("refused with " + refused.code().token() + ": " + refused.message());
    }
    // The verdict on these two repeats their words.
    return List.of();
  }

  private List<String> result(Tensor tensor) {
    List<String> lines = new ArrayList<>();
    lines.add("a " + tensor.dtype().token() + " tensor of shape " + tensor.shape());
    for (int i = 0; i < Math.min(tensor.size(), ELEMENTS_SHOWN); i++) {
      lines.add("  " + i + "  " + NumberLiteral.format(tensor, i) + beside(tensor, i));
    }
    if (tensor.size() > ELEMENTS_SHOWN) {
      lines.add("  and " + (tensor.size() - ELEMENTS_SHOWN) + " more");
    }
    return lines;
  }

  private String beside(Tensor tensor, int i) {
    if (certified.isEmpty() || certified.get().lower().size() != tensor.size()) {
      return "";
    }
    String lower = certified.get().lower().get(i);
    String upper = certified.get().upper().get(i);
    String text = "  exact " + (lower.equals(upper) ? lower : "[" + lower + ", " + upper + "]");
    boolean finite = Double.isFinite(tensor.number(i)) && !lower.matches("NaN|-?Infinity");
    if (!tensor.dtype().isFloat() || !finite) {
      return text;
    }
    String bound = allowed.map(a -> "  allowed %.4g".formatted(a[i])).orElse("");
    return text + "  error %.4f ulp".formatted(ulps(tensor, i, new BigDecimal(lower))) + bound;
  }

  private static double ulps(Tensor tensor, int i, BigDecimal exact) {
    BigDecimal error = new BigDecimal(tensor.number(i)).subtract(exact).abs();
    BigDecimal ulp = new BigDecimal(tensor.dtype().ulp(exact.doubleValue()));
    return error.divide(ulp, MathContext.DECIMAL64).doubleValue();
  }
}
