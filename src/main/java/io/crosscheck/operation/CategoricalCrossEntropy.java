package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * categorical_cross_entropy(target, output): from probabilities o ← o/Σo, o ← clip(o, ε, 1 − ε),
 * then −Σ t·ln o over each slice along {@code axis}; {@code from_logits} as {@link
 * SoftmaxCrossEntropyWithLogits}.
 *
 * <p>target and output: one float dtype, one shape, rank at least 1; epsilon in (0, 0.5), as
 * binary64 for every dtype. One loss per slice, then {@code reduction}. A row whose sum is 0
 * divides by 0: NaN for 0/0, else ±Infinity, which the clip brings back. Normalising, guarding and
 * probabilities outside [0, 1] are choices. Refused: an axis out of range, different shapes,
 * attributes out of range.
 *
 * <p>Error bound from probabilities: that of each logarithm in {@link GuardedProbabilities}, times
 * |t|, and S(m)·u·Σ|t·ln o| for the additions of the m targets that aren't 0; then {@link
 * Reduction}.
 */
public final class CategoricalCrossEntropy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "categorical_cross_entropy",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(
              Attribute.bool("from_logits", false),
              Attribute.integer("axis", -1),
              Attribute.number("epsilon", 1e-7),
              LabelSmoothing.ATTRIBUTE,
              Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    Checks.epsilon(arguments);
    LabelSmoothing.check(arguments);
    int axis = Checks.axis(arguments, output.shape(), choices);
    Checks.sameShape("target", arguments.input("target"), "output", output);
    if (!arguments.flag("from_logits")) {
      ProbabilityGuard.check(output, choices);
    }
    return SoftmaxCrossEntropyWithLogits.header(arguments, output, axis, choices);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    if (arguments.flag("from_logits")) {
      return SoftmaxCrossEntropyWithLogits.exact(arguments, "target", "output", choices, stage);
    }
    Tensor output = arguments.input("output");
    SmoothedLabels labels = SmoothedLabels.of(arguments, "target", output, choices);
    GuardedProbabilities probabilities = GuardedProbabilities.of(arguments, choices, stage);
    Slices slices = probabilities.slices();
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      Real[] targets = labels.exact(slices, s, stage);
      losses[s] = LogLikelihood.loss(targets, probabilities.logs(s), choices, stage);
    }
    return Reduction.apply(arguments, losses, stage.of(losses.length), choices, stage);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    if (arguments.flag("from_logits")) {
      return SoftmaxCrossEntropyWithLogits.bound(arguments, "target", "output", terms);
    }
    Tensor output = arguments.input("output");
    SmoothedLabels labels = SmoothedLabels.of(arguments, "target", output, terms.choices());
    GuardedProbabilities probabilities =
        GuardedProbabilities.of(arguments, terms.choices(), Stage.ofDouble());
    Slices slices = probabilities.slices();
    double[] bounds = new double[slices.count()];
    double[] magnitudes = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] targets = labels.estimate(slices, s);
      GuardedProbabilities.Estimated estimated = probabilities.estimate(s);
      bounds[s] = estimated.bound(targets, terms);
      magnitudes[s] = LogLikelihood.magnitude(targets, estimated.logs());
    }
    return Reduction.bound(arguments, bounds, magnitudes, bounds.length, terms);
  }
}
