package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * sigmoid_cross_entropy_with_logits(labels, logits, pos_weight?): q·z·softplus(−x) + (1 −
 * z)·softplus(x), elementwise, softplus(x) = ln(1 + exp x).
 *
 * <p>labels and logits: one float dtype, one shape; pos_weight: of that dtype, broadcast to it.
 * Infinite logits are a choice, by default the limit of the formula. Refused: different shapes.
 *
 * <p>Error bound, 8u(1 + |x|)(|qz| + |1 − z|): x·z is rounded and subtracted from max(x, 0). At
 * labels 0 and 1 that product is exact, and the tighter 8u|y| + 2u|x|exp(−|x|) holds as well.
 */
public final class SigmoidCrossEntropyWithLogits implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sigmoid_cross_entropy_with_logits",
          List.of(
              Input.floats("labels"), Input.floats("logits"), Input.optionalFloats("pos_weight")),
          List.of(Reduction.ATTRIBUTE));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.sameShape("labels", arguments.input("labels"), "logits", logits);
    arguments
        .optionalInput("pos_weight")
        .ifPresent(q -> Checks.broadcast("pos_weight", q, logits.shape()));
    boolean mean = arguments.text("reduction").equals("mean");
    Reduction.checkNothingLeft(mean && logits.size() == 0, choices);
    return new Header(logits.dtype(), Reduction.shape(arguments, logits.shape()));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    double[] weights = positiveWeights(arguments);
    Real[] losses = new Real[logits.size()];
    for (int i = 0; i < losses.length; i++) {
      Real q = stage.of(weights[i]);
      losses[i] = loss(stage.of(labels.number(i)), q, logits.number(i), choices, stage);
    }
    return Reduction.apply(arguments, losses, stage.of(losses.length), choices, stage);
  }

  /** The loss of one element with label z, weight q of the positive part and logit x. */
  static Real loss(Real z, Real q, double x, Choices choices, Stage stage) {
    Real positive = q.times(z);
    Real negative = stage.of(1).minus(z);
    if (!Double.isInfinite(x)) {
      return positive.times(softplus(-x, stage)).plus(negative.times(softplus(x, stage)));
    }
    Real infinity = stage.of(Double.POSITIVE_INFINITY);
    Real grows = x > 0 ? negative : positive;
    Real vanishes = x > 0 ? positive : negative;
    boolean nan =
        switch (choices.get(Choice.SIGMOID_CROSS_ENTROPY_INFINITE)) {
          // max(x, 0) − x·z: Infinity − Infinity, or Infinity · 0.
          case "tensorflow" -> x > 0 || z.sign() == Real.Sign.ZERO;
          // (1 − z)·x + max(−x, 0): 0 · Infinity, or −Infinity + Infinity.
          case "pytorch" -> x < 0 || negative.sign() == Real.Sign.ZERO;
          // 0 · Infinity wherever a factor is zero.
          case "optax" -> grows.sign() == Real.Sign.ZERO;
          default -> false;
        };
    if (nan) {
      return stage.of(Double.NaN);
    }
    boolean limitIsZero = grows.sign() == Real.Sign.ZERO;
    return limitIsZero ? vanishes.times(stage.of(0)) : grows.times(infinity);
  }

  private static Real softplus(double x, Stage stage) {
    if (Double.isNaN(x)) {
      return stage.of(x);
    }
    Real tail = stage.of(-Math.abs(x)).exp().log1p();
    return x > 0 ? stage.of(x).plus(tail) : tail;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    double[] weights = positiveWeights(arguments);
    double[] bounds = new double[logits.size()];
    double[] magnitudes = new double[logits.size()];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = bound(labels.number(i), weights[i], logits.number(i), terms);
      magnitudes[i] = magnitude(labels.number(i), weights[i], logits.number(i));
    }
    return Reduction.bound(arguments, bounds, magnitudes, bounds.length, terms);
  }

  /** The bound of one element; 0 where the loss is special. */
  static double bound(double z, double q, double x, Terms terms) {
    double size = Math.abs(x);
    double absolute = 8 * (1 + size) * (Math.abs(q * z) + Math.abs(1 - z));
    double tighter =
        8 * magnitude(z, q, x) + 2 * size * StrictMath.exp(-size) * Math.abs(z == 0 ? 1 : q);
    double bound = z == 0 || z == 1 ? Math.min(absolute, tighter) : absolute;
    return Double.isFinite(bound) ? terms.u() * bound : 0;
  }

  /** |qz|·softplus(−x) + |1 − z|·softplus(x), to double precision. */
  static double magnitude(double z, double q, double x) {
    double tail = StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    return part(q * z, Math.max(-x, 0) + tail) + part(1 - z, Math.max(x, 0) + tail);
  }

  private static double part(double weight, double softplus) {
    return weight == 0 ? 0 : Math.abs(weight) * softplus;
  }

  /** q of each element, 1 where no weight is given. */
  static double[] positiveWeights(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    double[] weights = new double[logits.size()];
    Arrays.fill(weights, 1);
    arguments
        .optionalInput("pos_weight")
        .ifPresent(
            q -> {
              Broadcast broadcast = Checks.broadcast("pos_weight", q, logits.shape());
              for (int i = 0; i < weights.length; i++) {
                weights[i] = q.number(broadcast.source(i));
              }
            });
    return weights;
  }
}
