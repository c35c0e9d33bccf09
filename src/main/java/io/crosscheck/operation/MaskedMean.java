package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * masked_mean(values, mask): the mean of the steps along {@code axis} that the mask keeps, Σmv/Σm:
 * "all relevant outputs, then average pooling".
 *
 * <p>values: any float dtype, shape [B, T, …]; mask: shape [B, T], bool, or weights of the values'
 * dtype. The result has the values' dtype and their shape without the axis, which is 1 (the steps)
 * unless given as 0. Whether NaN at a step of weight 0 leaks is a choice, and what the mean of
 * nothing is. Refused: another axis, a mask of another shape.
 *
 * <p>Error bound of n steps, 2u·(2 + S(n))·Σ|mv|/|Σm| for positive weights.
 */
public final class MaskedMean implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "masked_mean",
          List.of(Input.floats("values"), new Input("mask", Input.Kind.BOOL_OR_FLOAT, true)),
          List.of(Attribute.integer("axis", 1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor values = arguments.input("values");
    Checks.rankAtLeast("values", values, 2);
    int axis = Checks.axis(arguments, values.shape(), choices);
    if (axis > 1) {
      throw new RefusedException(
          RefusalCode.INVALID_AXIS, "axis " + axis + " is none of the mask's; expected 0 or 1");
    }
    Shape masked = Shape.of(values.shape().length(0), values.shape().length(1));
    Checks.shape("mask", arguments.input("mask"), masked);
    return new Header(values.dtype(), values.shape().without(axis));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor values = arguments.input("values");
    Tensor mask = arguments.input("mask");
    Slices slices = Checks.slices(arguments, values.shape());
    int features = features(values.shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      Real sum = stage.of(0);
      Real weights = stage.of(0);
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        double weight = mask.number(i / features);
        Real value = stage.of(values.number(i));
        sum = sum.plus(WeightedTerms.product(weight, value, choices, stage));
        weights = weights.plus(stage.of(weight));
      }
      boolean nothing = weights.sign() == Real.Sign.ZERO;
      boolean zero = nothing && choices.is(Choice.MASKED_MEAN_NOTHING_KEPT, "zero");
      result[s] = nothing ? stage.of(zero ? 0 : Double.NaN) : sum.dividedBy(weights);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor values = arguments.input("values");
    Tensor mask = arguments.input("mask");
    Slices slices = Checks.slices(arguments, values.shape());
    int features = features(values.shape());
    double[] bounds = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double magnitudes = 0;
      double weights = 0;
      double sumOfWeights = 0;
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        double weight = mask.number(i / features);
        magnitudes += WeightedTerms.magnitude(weight, values.number(i), terms);
        weights += weight;
        sumOfWeights += Math.abs(weight);
      }
      bounds[s] =
          WeightedTerms.meanBound(magnitudes, weights, sumOfWeights, slices.length(), terms);
    }
    return (s, exact) -> bounds[s];
  }

  private static int features(Shape values) {
    return values.without(0).without(0).size();
  }
}
