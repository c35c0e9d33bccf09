package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * softmax_gradient(output_gradient, logits): (g_k − Σ g·s)·s_k over each slice along {@code axis},
 * s the softmax of the logits: the derivative of Σ g·s for the logits.
 *
 * <p>output_gradient and logits: one float dtype, one shape, rank at least 1, which the result has
 * too. Special logits as in {@link Softmax}; a NaN or an infinity in the output gradient spreads as
 * the formula has it. Refused: an axis out of range, different shapes.
 *
 * <p>Error bound: {@link SoftmaxJacobian}.
 */
public final class SoftmaxGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "softmax_gradient",
          List.of(Input.floats("output_gradient"), Input.floats("logits")),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.axis(arguments, logits.shape(), choices);
    Checks.sameShape("output_gradient", arguments.input("output_gradient"), "logits", logits);
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return elements(arguments, choices, stage).all();
  }

  @Override
  public SliceElements elements(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Tensor gradient = arguments.input("output_gradient");
    Slices slices = Checks.slices(arguments, logits.shape());
    return new SliceElements(
        slices,
        stage,
        s ->
            SoftmaxJacobian.of(
                ExactSlice.of(logits, slices, s, stage),
                gradient.toDoubles(slices.start(s), slices.stride(), slices.length()),
                choices,
                stage));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    boolean[] kept = new boolean[logits.size()];
    Arrays.fill(kept, true);
    double[] bounds =
        SoftmaxJacobian.bounds(arguments.input("output_gradient"), logits, kept, slices, terms);
    return (i, exact) -> bounds[i];
  }
}
