package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * log_softmax(logits): x_i − ln Σ exp(x_k) over each slice along {@code axis}.
 *
 * <p>logits: any float dtype, rank at least 1. The result has their dtype and shape. Special logits
 * as in {@link Softmax}; a logit of −Infinity among others gives −Infinity. Refused: an axis
 * outside [−rank, rank).
 *
 * <p>Error bound, |error| ≤ u·(14 + ln n + S(n) + 4|y|): y = d − ln Σ exp(d), both at most 0, so
 * the rounding of d and the last subtraction are within 2|y|, the logarithm's own within another
 * 2|y|; the relative error of the sum, ln n + S(n) and exp's few ulp, enters absolutely. Strict: 8,
 * 2|y|.
 */
public final class LogSoftmax implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "log_softmax", List.of(Input.floats("logits")), List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.axisOrScalar(arguments, logits.shape(), choices);
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return elements(arguments, choices, stage).all();
  }

  @Override
  public SliceElements elements(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.softmaxSlices(arguments, logits.shape(), choices);
    return new SliceElements(
        slices, stage, s -> ExactSlice.of(logits, slices, s, stage).logProbabilities(choices));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Shape shape = arguments.input("logits").shape();
    int n = Checks.softmaxSlices(arguments, shape, terms.choices()).length();
    // u comes first: four times the largest double is no double.
    double relative = terms.u() * terms.pick(2, 4);
    return (i, y) -> terms.u() * absolute(n, 0, terms) + relative * Math.abs(y);
  }

  /** The bound of one log-probability {@code y} of n classes, in units of u. */
  static double absolute(int n, double y, Terms terms) {
    return terms.pick(8, 14) + Terms.ln(n) + terms.summation(n) + terms.pick(2, 4) * Math.abs(y);
  }
}
