package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * softmax(logits): exp(x_i) / Σ exp(x_k) over each slice along {@code axis}.
 *
 * <p>logits: any float dtype, rank at least 1. The result has their dtype and shape. A NaN, a
 * +Infinity or a slice of −Infinity only is settled by choices, and so is whether a slice has the
 * axes after {@code axis} too, as before ONNX's opset 13; one −Infinity among others gives exactly
 * 0. Refused: an axis outside [−rank, rank).
 *
 * <p>Error bound, |y − p| ≤ u·p·(20 + 2|d| + 2 ln n + S(n)), d = x − max: to first order the
 * rounding of d contributes |d|; in the denominator the same, averaged with weights p, Σ p|d| ≤ ln
 * n, the entropy's bound; exp up to 3 ulp twice, division and shift the constant; the sum S(n). The
 * strict bound has constants 8, 1 and 1.
 */
public final class Softmax implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "softmax", List.of(Input.floats("logits")), List.of(Attribute.integer("axis", -1)));

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
        slices, stage, s -> ExactSlice.of(logits, slices, s, stage).probabilities(choices));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.softmaxSlices(arguments, logits.shape(), terms.choices());
    Shifts shifts = Shifts.of(logits, slices);
    double fixed = terms.u() * fixedTerms(slices.length(), terms);
    double perShift = terms.u() * terms.pick(1, 2);
    return new ErrorBound() {
      @Override
      public double at(int i, double p) {
        return p * fixed + perShift * (p * shifts.at(i));
      }

      @Override
      public double least(int i, double p) {
        return p * fixed;
      }
    };
  }

  /** The part of the bound that is the same for every element of a slice of n. */
  static double fixedTerms(int n, Terms terms) {
    return terms.pick(8, 20) + terms.pick(1, 2) * Terms.ln(n) + terms.summation(n);
  }
}
