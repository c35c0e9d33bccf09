package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Broadcast;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;

/** Elementwise cross-entropies of two classes, computed in double. */
final class BinaryLosses {

  private BinaryLosses() {}

  /** binary_cross_entropy, of logits or of probabilities. */
  static Tensor binary(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Tensor target = arguments.input("target");
    double smoothing = arguments.number("label_smoothing");
    double epsilon = arguments.number("epsilon");
    boolean logits = arguments.flag("from_logits");
    double[] losses = new double[output.size()];
    for (int i = 0; i < losses.length; i++) {
      double t = target.number(i) * (1 - smoothing) + smoothing / 2;
      double o = output.number(i);
      losses[i] = logits ? ofLogit(t, o, 1) : ofProbability(t, o, epsilon);
    }
    return Reductions.reduce(arguments, header, losses);
  }

  /** sigmoid_cross_entropy_with_logits. */
  static Tensor sigmoid(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor labels = arguments.input("labels");
    double[] weights = positiveWeights(arguments);
    double[] losses = new double[logits.size()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = ofLogit(labels.number(i), logits.number(i), weights[i]);
    }
    return Reductions.reduce(arguments, header, losses);
  }

  /** pos_weight laid out over the logits, 1 where there is none. */
  static double[] positiveWeights(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    Optional<Tensor> positive = arguments.optionalInput("pos_weight");
    Shape weights = positive.map(Tensor::shape).orElse(Shape.of());
    Broadcast broadcast = Broadcast.of(weights, logits.shape()).orElseThrow();
    double[] wide = new double[logits.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = positive.isEmpty() ? 1 : positive.get().number(broadcast.source(i));
    }
    return wide;
  }

  /** q·z·softplus(−x) + (1−z)·softplus(x); a term of factor 0 is 0 even at an infinite logit. */
  private static double ofLogit(double z, double x, double positive) {
    if (Double.isNaN(x)) {
      return Double.NaN;
    }
    return Reductions.weighted(positive * z, softplus(-x))
        + Reductions.weighted(1 - z, softplus(x));
  }

  /** ln(1 + exp(x)). */
  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** −t·ln p − (1−t)·ln(1−p) with p clipped to [ε, 1−ε]. */
  private static double ofProbability(double t, double p, double epsilon) {
    double log = Math.log(p);
    double logOfRest = Math.log1p(-p);
    if (p < epsilon) {
      log = Math.log(epsilon);
      logOfRest = Math.log1p(-epsilon);
    } else if (1 - p < epsilon) {
      log = Math.log1p(-epsilon);
      logOfRest = Math.log(epsilon);
    }
    return -t * log - (1 - t) * logOfRest;
  }
}
