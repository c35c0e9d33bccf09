package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sparse_softmax_cross_entropy_with_logits(labels, logits, class_weights?): w_y·(ln Σ exp x − x_y)
 * over each slice along {@code axis}.
 *
 * <p>logits: any float dtype, rank at least 1, K classes along the axis; labels: int32 or int64, of
 * the logits' shape without the axis; class_weights: of the logits' dtype, shape [K]. A label equal
 * to {@code ignore_index} gives exactly 0. With label_smoothing α the loss is (1 − α)·w_y·(−l_y) +
 * α/K · Σ w_c·(−l_c), l the log-probabilities. A mean divides by the sum of the weights of the
 * labels that aren't ignored, or by choice by a count. Labels outside [0, K) are choices. Refused:
 * an axis out of range, shapes that don't fit, label_smoothing outside [0, 1].
 *
 * <p>Error bound: {@link LogLikelihood} with the weights as targets, then {@link Reduction}.
 */
public final class SparseSoftmaxCrossEntropyWithLogits implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sparse_softmax_cross_entropy_with_logits",
          List.of(
              Input.integers("labels"),
              Input.floats("logits"),
              Input.optionalFloats("class_weights")),
          List.of(
              Attribute.integer("axis", -1),
              Attribute.optionalInteger("ignore_index"),
              LabelSmoothing.ATTRIBUTE,
              Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    LabelSmoothing.check(arguments);
    return SparseLabels.header(arguments, arguments.input("logits"), choices);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), choices);
    int classes =
        LabelSmoothing.classes(arguments, logits.shape(), arguments.axis(logits.shape()), choices);
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      SparseLabels.Meaning meaning = labels.meaning(s);
      losses[s] =
          switch (meaning.kind()) {
            case ZERO -> stage.of(0);
            case NAN -> stage.of(Double.NaN);
            case CLASS -> {
              ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
              yield loss(slice, meaning.position(), labels, classes, choices, stage);
            }
          };
    }
    Real denominator = labels.denominator(stage);
    return Reduction.apply(arguments, losses, denominator, choices, stage);
  }

  private static Real loss(
      ExactSlice slice, int label, SparseLabels labels, int classes, Choices choices, Stage stage) {
    double alpha = labels.alpha();
    Real own = stage.of(labels.weight(label)).times(slice.logSoftmax(label, choices)).negated();
    if (alpha == 0) {
      return own;
    }
    Real all = stage.of(0);
    for (int c = 0; c < labels.classes(); c++) {
      all = all.minus(stage.of(labels.weight(c)).times(slice.logSoftmax(c, choices)));
    }
    Real share = stage.of(alpha).dividedBy(stage.of(classes));
    return own.times(stage.of(1).minus(stage.of(alpha))).plus(all.times(share));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Slices slices = Checks.slices(arguments, logits.shape());
    SparseLabels labels = SparseLabels.of(arguments, slices.length(), terms.choices());
    double[] bounds = new double[slices.count()];
    double[] magnitudes = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] targets = labels.targets(s);
      double[] logProbabilities = Estimates.logSoftmax(logits, slices, s);
      bounds[s] = LogLikelihood.bound(targets, logProbabilities, terms);
      magnitudes[s] = LogLikelihood.magnitude(targets, logProbabilities);
    }
    return Reduction.bound(arguments, bounds, magnitudes, labels.denominatorEstimate(), terms);
  }
}
