package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Broadcast;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** Operations on the kept part of a tensor; what is masked never reaches a result. */
final class MaskedKernels {

  private final Exponentials exponentials;

  MaskedKernels(Exponentials exponentials) {
    this.exponentials = exponentials;
  }

  /** masked_softmax: 0 at masked positions, NaN throughout a slice that keeps nothing. */
  Tensor softmax(Arguments arguments, Header header) {
    return Results.of(header, probabilities(arguments));
  }

  /** The same before it is rounded to the dtype. */
  double[] probabilities(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    boolean[] kept = kept(arguments.input("mask"), logits);
    double[] compact = logits.toDoubles();
    for (int i = 0; i < compact.length; i++) {
      compact[i] = kept[i] ? compact[i] : Double.NEGATIVE_INFINITY;
    }
    Tensor masked = Tensor.ofNumbers(logits.dtype(), logits.shape(), compact);
    double[] result = exponentials.softmax(masked, slices);
    for (int s = 0; s < slices.count(); s++) {
      clearMasked(result, kept, slices, s);
    }
    return result;
  }

  static boolean[] kept(Tensor mask, Tensor logits) {
    Broadcast broadcast = Broadcast.of(mask.shape(), logits.shape()).orElseThrow();
    boolean[] kept = new boolean[logits.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = mask.isTrue(broadcast.source(i));
    }
    return kept;
  }

  static void clearMasked(double[] result, boolean[] kept, Slices slices, int s) {
    boolean any = false;
    for (int k = 0; k < slices.length(); k++) {
      any |= kept[slices.index(s, k)];
    }
    for (int k = 0; any && k < slices.length(); k++) {
      int i = slices.index(s, k);
      result[i] = kept[i] ? result[i] : 0;
    }
  }

  /** masked_mean: Σ wv / Σ w over axis 0 or 1, the mask's own. */
  static Tensor mean(Arguments arguments, Header header) {
    Tensor values = arguments.input("values");
    Tensor mask = arguments.input("mask");
    Slices slices = Slices.of(values.shape(), arguments.axis(values.shape()));
    int features = values.shape().without(0).without(0).size();
    double[] means = new double[slices.count()];
    for (int s = 0; s < means.length; s++) {
      CompensatedSum total = new CompensatedSum();
      CompensatedSum weights = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        double weight = mask.number(i / features);
        total.add(Reductions.weighted(weight, values.number(i)));
        weights.add(weight);
      }
      means[s] = Reductions.mean(total.value(), weights.value());
    }
    return Results.of(header, means);
  }

  /** sequence_loss: weighted losses per step, divided by the weights of the axes averaged over. */
  Tensor sequenceLoss(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor weights = arguments.input("weights");
    Slices classes = Slices.of(logits.shape(), 2);
    LogSums sums = exponentials.logSums(logits, classes);
    double[] losses = new double[weights.size()];
    for (int s = 0; s < losses.length; s++) {
      int target = (int) arguments.input("targets").integer(s);
      double own = sums.logProbability(s, logits.number(classes.index(s, target)));
      losses[s] = Reductions.weighted(weights.number(s), -own);
    }
    boolean overSteps = arguments.flag("average_across_timesteps");
    boolean overBatch = arguments.flag("average_across_batch");
    if (!overSteps && !overBatch) {
      return Results.of(header, losses);
    }
    Slices averaged =
        overSteps && overBatch
            ? new Slices(1, losses.length, 1)
            : Slices.of(weights.shape(), overSteps ? 1 : 0);
    return Results.of(header, weightedMeans(losses, weights, averaged));
  }

  private static double[] weightedMeans(double[] weighted, Tensor weights, Slices slices) {
    double[] means = new double[slices.count()];
    for (int s = 0; s < means.length; s++) {
      CompensatedSum total = new CompensatedSum();
      CompensatedSum weight = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        total.add(weighted[i]);
        weight.add(weights.number(i));
      }
      means[s] = Reductions.mean(total.value(), weight.value());
    }
    return means;
  }
}
