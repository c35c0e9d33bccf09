package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * log_softmax_gradient(output_gradient, logits): g_k − s_k·Σ g over each slice along {@code axis},
 * s the softmax of the logits: the derivative of Σ g·ln s for the logits.
 *
 * <p>output_gradient and logits: one float dtype, one shape, rank at least 1, which the result has
 * too. Special logits as in {@link Softmax}; a NaN or an infinity in the output gradient spreads as
 * the formula has it. Refused: an axis out of range, different shapes.
 *
 * <p>Error bound, u·(s_k·(|G|·(E_k + 3) + S(n)·Σ|g|) + 2|g_k|) with G = Σ g and u·E_k the relative
 * error of a probability ({@link SoftmaxJacobian#probability}): the probability and its product
 * with G, the additions of G, and the subtraction, which may lose up to a unit of each side.
 */
public final class LogSoftmaxGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "log_softmax_gradient",
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
        s -> {
          ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
          double[] g = gradient.toDoubles(slices.start(s), slices.stride(), slices.length());
          Real[] labels = new Real[g.length];
          for (int k = 0; k < g.length; k++) {
            labels[k] = stage.of(g[k]);
          }
          Real sum = Reduction.sum(labels, stage);
          return k -> ScaledSoftmax.minus(slice, k, sum, labels[k], choices, stage).negated();
        });
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Tensor gradient = arguments.input("output_gradient");
    Slices slices = Checks.slices(arguments, logits.shape());
    double[] bounds = new double[logits.size()];
    for (int s = 0; s < slices.count(); s++) {
      double[] g = gradient.toDoubles(slices.start(s), slices.stride(), slices.length());
      double[] logs = Estimates.logSoftmax(logits, slices, s);
      slices.scatter(ScaledSoftmax.bounds(g, logs, terms), s, bounds);
    }
    return (i, exact) -> bounds[i];
  }
}
