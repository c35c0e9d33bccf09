package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.OptionalLong;

/**
 * sequence_loss(logits, targets, weights): the sparse cross-entropy of each step times its weight;
 * over the axes that are averaged, summed and divided by the sum of the weights there.
 *
 * <p>logits: any float dtype, shape [B, T, K]; targets: int32 or int64, shape [B, T]; weights: of
 * the logits' dtype, shape [B, T]. The result is a scalar; [B] if only timesteps are averaged, [T]
 * if only the batch, [B, T] if neither. Targets outside [0, K) are choices, so are NaN under a
 * weight of 0 and the mean of nothing. Refused: shapes that don't fit.
 *
 * <p>Error bound: each step's as in {@link LogLikelihood}, times |w|, then those of {@link
 * ReduceLoss}'s weighted mean.
 */
public final class SequenceLoss implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sequence_loss",
          List.of(Input.floats("logits"), Input.integers("targets"), Input.floats("weights")),
          List.of(
              Attribute.bool("average_across_timesteps", true),
              Attribute.bool("average_across_batch", true)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    if (logits.shape().rank() != 3) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE,
          "logits has shape " + logits.shape() + "; expected three axes [B, T, K]");
    }
    Shape steps = logits.shape().without(2);
    Checks.shape("targets", arguments.input("targets"), steps);
    Checks.shape("weights", arguments.input("weights"), steps);
    for (int i = 0; i < steps.size(); i++) {
      meaning(arguments, i, choices);
    }
    Groups groups = Groups.of(arguments, steps);
    if (!groups.keepsAll()) {
      Tensor weights = arguments.input("weights");
      for (int g = 0; g < groups.count(); g++) {
        Reduction.checkNothingLeft(groups.sum(g, weights::number) == 0, choices);
      }
    }
    return new Header(logits.dtype(), groups.shape());
  }

  private static SparseLabels.Meaning meaning(Arguments arguments, int step, Choices choices) {
    int classes = arguments.input("logits").shape().length(2);
    long target = arguments.input("targets").integer(step);
    return SparseLabels.meaning(target, OptionalLong.empty(), classes, choices);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Tensor weights = arguments.input("weights");
    Groups groups = Groups.of(arguments, logits.shape().without(2));
    Slices slices = Slices.of(logits.shape(), 2);
    Real[] losses = new Real[slices.count()];
    for (int i = 0; i < losses.length; i++) {
      Real loss = stepLoss(logits, slices, i, meaning(arguments, i, choices), choices, stage);
      losses[i] = WeightedTerms.product(weights.number(i), loss, choices, stage);
    }
    if (groups.keepsAll()) {
      return losses;
    }
    Real[] result = new Real[groups.count()];
    for (int g = 0; g < result.length; g++) {
      Real total = stage.of(0);
      Real denominator = stage.of(0);
      for (int i : groups.steps(g)) {
        total = total.plus(losses[i]);
        denominator = denominator.plus(stage.of(weights.number(i)));
      }
      result[g] = Reduction.mean(total, denominator, choices, stage);
    }
    return result;
  }

  private static Real stepLoss(
      Tensor logits,
      Slices slices,
      int step,
      SparseLabels.Meaning meaning,
      Choices choices,
      Stage stage) {
    return switch (meaning.kind()) {
      case ZERO -> stage.of(0);
      case NAN -> stage.of(Double.NaN);
      case CLASS ->
          ExactSlice.of(logits, slices, step, stage)
              .logSoftmax(meaning.position(), choices)
              .negated();
    };
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    Tensor weights = arguments.input("weights");
    Slices slices = Slices.of(logits.shape(), 2);
    double[] bounds = new double[slices.count()];
    double[] magnitudes = new double[slices.count()];
    for (int i = 0; i < bounds.length; i++) {
      SparseLabels.Meaning meaning = meaning(arguments, i, terms.choices());
      if (meaning.kind() == SparseLabels.Kind.CLASS) {
        double l = Estimates.logSoftmax(logits, slices, i)[meaning.position()];
        double weight = Math.abs(weights.number(i));
        double bound = weight * terms.u() * (LogSoftmax.absolute(slices.length(), l, terms) - l);
        bounds[i] = Double.isFinite(bound) ? bound : 0;
        magnitudes[i] = WeightedTerms.magnitude(weight, l, terms);
      }
    }
    Groups groups = Groups.of(arguments, logits.shape().without(2));
    if (groups.keepsAll()) {
      return (i, exact) -> bounds[i];
    }
    return (g, exact) -> {
      int n = groups.steps(g).length;
      double sum = groups.sum(g, weights::number);
      double absolute = groups.sum(g, i -> Math.abs(weights.number(i)));
      double rounding =
          WeightedTerms.meanBound(groups.sum(g, i -> magnitudes[i]), sum, absolute, n, terms);
      double steps = groups.sum(g, i -> bounds[i]) / Math.abs(sum);
      return Double.isFinite(steps) ? steps + rounding : 0;
    };
  }
}
