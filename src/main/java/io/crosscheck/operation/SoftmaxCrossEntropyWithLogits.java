package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * softmax_cross_entropy_with_logits(labels, logits): −Σ t_k·(x_k − ln Σ exp x) over each slice
 * along {@code axis}; labels that don't sum to 1 are taken as they are.
 *
 * <p>logits: any float dtype, rank at least 1; labels: of that dtype and shape, or by choice
 * broadcast to it. One loss per slice, then {@code reduction}. Special logits as in {@link
 * LogSoftmax}; a label of 0 at a log-probability of −Infinity is a choice. Refused: an axis out of
 * range, labels that don't fit, label_smoothing outside [0, 1].
 *
 * <p>Error bound: {@link LogLikelihood}, then {@link Reduction}.
 */
public final class SoftmaxCrossEntropyWithLogits implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "softmax_cross_entropy_with_logits",
          List.of(Input.floats("labels"), Input.floats("logits")),
          List.of(Attribute.integer("axis", -1), LabelSmoothing.ATTRIBUTE, Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    LabelSmoothing.check(arguments);
    int axis = Checks.axis(arguments, logits.shape(), choices);
    checkLabels(labels, logits, choices);
    return header(arguments, logits, axis, choices);
  }

  /** Refuses labels of another shape, but for those that the choice lets broadcast. */
  static void checkLabels(Tensor labels, Tensor logits, Choices choices) {
    boolean same = labels.shape().equals(logits.shape());
    boolean sameRank = labels.shape().rank() == logits.shape().rank();
    if (same || !sameRank || choices.is(Choice.LABELS_BROADCAST, "refused")) {
      Checks.sameShape("labels", labels, "logits", logits);
    }
    Checks.broadcast("labels", labels, logits.shape());
  }

  /** The header of a categorical loss over slices of {@code scores}. */
  static Header header(Arguments arguments, Tensor scores, int axis, Choices choices) {
    Shape losses = scores.shape().without(axis);
    boolean mean = arguments.text("reduction").equals("mean");
    Reduction.checkNothingLeft(mean && losses.size() == 0, choices);
    return new Header(scores.dtype(), Reduction.shape(arguments, losses));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return exact(arguments, "labels", "logits", choices, stage);
  }

  /** The loss from logits for inputs of these names. */
  static Real[] exact(
      Arguments arguments, String labelsName, String logitsName, Choices choices, Stage stage) {
    Tensor logits = arguments.input(logitsName);
    Slices slices = Checks.slices(arguments, logits.shape());
    SmoothedLabels labels = SmoothedLabels.of(arguments, labelsName, logits, choices);
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
      Real[] logProbabilities = new Real[slices.length()];
      for (int k = 0; k < logProbabilities.length; k++) {
        logProbabilities[k] = slice.logSoftmax(k, choices);
      }
      losses[s] =
          LogLikelihood.loss(labels.exact(slices, s, stage), logProbabilities, choices, stage);
    }
    return Reduction.apply(arguments, losses, stage.of(losses.length), choices, stage);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return bound(arguments, "labels", "logits", terms);
  }

  /** The bound of a loss from logits for inputs of these names. */
  static ErrorBound bound(Arguments arguments, String labelsName, String logitsName, Terms terms) {
    Tensor logits = arguments.input(logitsName);
    Slices slices = Checks.slices(arguments, logits.shape());
    SmoothedLabels labels = SmoothedLabels.of(arguments, labelsName, logits, terms.choices());
    double[] bounds = new double[slices.count()];
    double[] magnitudes = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] targets = labels.estimate(slices, s);
      double[] logProbabilities = Estimates.logSoftmax(logits, slices, s);
      bounds[s] = LogLikelihood.bound(targets, logProbabilities, terms);
      magnitudes[s] = LogLikelihood.magnitude(targets, logProbabilities);
    }
    return Reduction.bound(arguments, bounds, magnitudes, bounds.length, terms);
  }
}
