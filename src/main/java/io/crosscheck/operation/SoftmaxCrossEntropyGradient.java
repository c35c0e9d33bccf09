package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * softmax_cross_entropy_gradient(labels, logits): T·s_k − t_k over each slice along {@code axis}, s
 * the softmax of the logits and T = Σ t: the derivative of each slice's cross-entropy for its
 * logits.
 *
 * <p>logits: any float dtype, rank at least 1, whose shape the result has; labels: of that dtype
 * and shape, or by choice broadcast to it. Labels that don't sum to 1 are taken as they are; by
 * choice T is then left out, s_k − t_k (TensorFlow). Sums within 4nu of 1 count as 1 there. Special
 * logits as in {@link Softmax}. Refused: an axis out of range, labels that don't fit.
 *
 * <p>Error bound: {@link ScaledSoftmax}.
 */
public final class SoftmaxCrossEntropyGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "softmax_cross_entropy_gradient",
          List.of(Input.floats("labels"), Input.floats("logits")),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    Checks.axis(arguments, logits.shape(), choices);
    SoftmaxCrossEntropyWithLogits.checkLabels(labels, logits, choices);
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return elements(arguments, choices, stage).all();
  }

  @Override
  public SliceElements elements(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    return new SliceElements(
        slices,
        stage,
        s -> {
          ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
          double[] t = labels(arguments, slices, s);
          Real[] labels = new Real[t.length];
          for (int k = 0; k < t.length; k++) {
            labels[k] = stage.of(t[k]);
          }
          boolean scaled = isScaled(t, logits.dtype(), choices);
          Real scale = scaled ? Reduction.sum(labels, stage) : stage.of(1);
          return k -> ScaledSoftmax.minus(slice, k, scale, labels[k], choices, stage);
        });
  }

  private static double[] labels(Arguments arguments, Slices slices, int s) {
    Tensor labels = arguments.input("labels");
    Broadcast broadcast = Checks.broadcast("labels", labels, arguments.input("logits").shape());
    double[] values = new double[slices.length()];
    for (int k = 0; k < values.length; k++) {
      values[k] = labels.number(broadcast.source(slices.index(s, k)));
    }
    return values;
  }

  /** Whether the softmax is scaled by the labels' sum: a choice where that isn't 1. */
  private static boolean isScaled(double[] labels, DType dtype, Choices choices) {
    double u = (dtype.isHalf() ? DType.FLOAT32 : dtype).unitRoundoff();
    double excess = Math.abs(DoubleStream.of(labels).sum() - 1);
    return excess <= 4 * u * labels.length
        || choices.is(Choice.GRADIENT_LABELS_NOT_SUMMING_TO_ONE, "scaled");
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    double[] bounds = new double[logits.size()];
    for (int s = 0; s < slices.count(); s++) {
      double[] t = labels(arguments, slices, s);
      double[] logs = Estimates.logSoftmax(logits, slices, s);
      double[] own =
          isScaled(t, logits.dtype(), terms.choices())
              ? ScaledSoftmax.bounds(t, logs, terms)
              : ScaledSoftmax.bounds(t, 1, 1, logs, terms);
      slices.scatter(own, s, bounds);
    }
    return (i, exact) -> bounds[i];
  }
}
