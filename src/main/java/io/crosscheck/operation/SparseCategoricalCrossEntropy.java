package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sparse_categorical_cross_entropy(labels, output): from probabilities o ← o/Σo, o ← clip(o, ε, 1 −
 * ε), then −ln o_y at the label of each slice along {@code axis}; {@link CategoricalCrossEntropy}
 * of one-hot targets. Of logits it is {@link SparseSoftmaxCrossEntropyWithLogits}.
 *
 * <p>output: any float dtype, rank at least 1, K classes along the axis; labels: int32 or int64, of
 * that shape without the axis; epsilon in (0, 0.5), as binary64 for every dtype. One loss per
 * slice, then {@code reduction}. The other classes enter by the sum alone: NaN anywhere in a slice,
 * or a sum of 0 with a 0 at the label, makes its loss NaN. A label equal to {@code ignore_index}
 * gives exactly 0, a mean divides, and labels outside [0, K) are read, as in {@link
 * SparseSoftmaxCrossEntropyWithLogits}. Normalising, guarding and probabilities outside [0, 1] are
 * choices. Refused: an axis out of range, shapes that don't fit, epsilon out of range.
 *
 * <p>Error bound: that of one logarithm in {@link GuardedProbabilities}, then {@link Reduction}.
 */
public final class SparseCategoricalCrossEntropy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sparse_categorical_cross_entropy",
          List.of(Input.integers("labels"), Input.floats("output")),
          List.of(
              Attribute.integer("axis", -1),
              Attribute.number("epsilon", 1e-7),
              Attribute.optionalInteger("ignore_index"),
              Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    Checks.epsilon(arguments);
    Header header = SparseLabels.header(arguments, output, choices);
    ProbabilityGuard.check(output, choices);
    return header;
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    GuardedProbabilities probabilities = GuardedProbabilities.of(arguments, choices, stage);
    SparseLabels labels = SparseLabels.of(arguments, probabilities.slices().length(), choices);
    Real[] losses = new Real[probabilities.slices().count()];
    for (int s = 0; s < losses.length; s++) {
      SparseLabels.Meaning meaning = labels.meaning(s);
      losses[s] =
          switch (meaning.kind()) {
            case ZERO -> stage.of(0);
            case NAN -> stage.of(Double.NaN);
            case CLASS -> probabilities.log(s, meaning.position()).negated();
          };
    }
    return Reduction.apply(arguments, losses, labels.denominator(stage), choices, stage);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    GuardedProbabilities probabilities =
        GuardedProbabilities.of(arguments, terms.choices(), Stage.ofDouble());
    SparseLabels labels =
        SparseLabels.of(arguments, probabilities.slices().length(), terms.choices());
    double[] bounds = new double[probabilities.slices().count()];
    double[] magnitudes = new double[bounds.length];
    for (int s = 0; s < bounds.length; s++) {
      GuardedProbabilities.Estimated estimated = probabilities.estimate(s);
      bounds[s] = estimated.bound(labels.targets(s), terms);
      magnitudes[s] = LogLikelihood.magnitude(labels.targets(s), estimated.logs());
    }
    return Reduction.bound(arguments, bounds, magnitudes, labels.denominatorEstimate(), terms);
  }
}
