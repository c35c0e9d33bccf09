package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * log_sum_exp(logits): ln Σ exp(x_k) over each slice along {@code axis}; −Infinity over an empty
 * axis.
 *
 * <p>logits: any float dtype, rank at least 1. The result has their dtype and their shape without
 * the axis, or with length 1 there if {@code keep_dims}. NaN anywhere gives NaN, +Infinity gives
 * +Infinity; only −Infinity is a choice. Refused: an axis outside [−rank, rank).
 *
 * <p>Error bound, |error| ≤ u·(14 + ln n + S(n) + 4 ln Σ exp(d) + |y|): as for log_softmax with the
 * logarithm in place of y, and the rounding of max + logarithm. Strict: 8, 2 ln Σ.
 */
public final class LogSumExp implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "log_sum_exp",
          List.of(Input.floats("logits")),
          List.of(Attribute.integer("axis", -1), Attribute.bool("keep_dims", false)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.axisOrScalar(arguments, logits.shape(), choices);
    return new Header(logits.dtype(), reduced(arguments, logits.shape()));
  }

  /** The shape without the attribute {@code axis}, or with length 1 there if {@code keep_dims}. */
  static Shape reduced(Arguments arguments, Shape shape) {
    if (shape.rank() == 0) {
      return shape;
    }
    int axis = arguments.axis(shape);
    return arguments.flag("keep_dims") ? shape.with(axis, 1) : shape.without(axis);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      result[s] = ExactSlice.of(logits, slices, s, stage).logSumExp(choices);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    double[] largest = Maxima.of(slices, logits);
    int n = slices.length();
    double fixed = terms.pick(8, 14) + Terms.ln(n) + terms.summation(n);
    return (s, y) ->
        terms.u() * (fixed + terms.pick(2, 4) * Maxima.shift(y, largest[s]) + Math.abs(y));
  }
}
