package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sigmoid_cross_entropy_gradient(labels, logits, pos_weight?): (1 − z)·σ(x) − q·z·σ(−x),
 * elementwise, which is σ(x) − z without a weight: the derivative of the sigmoid cross-entropy for
 * its logit.
 *
 * <p>labels and logits: one float dtype, one shape, which the result has too; pos_weight: of that
 * dtype, broadcast to it. An infinite logit gives the limit, 1 − z or −qz. Refused: different
 * shapes.
 *
 * <p>Error bound, u·(|1 − z|·σ(x)·E + |qz|·σ(−x)·E) with E = 8 + 2|x|, and a rounding to a half
 * where the sigmoid was stored in one: two terms that don't cancel, each with the sigmoid's error,
 * or computed as exp(−x − softplus(−x)), whose argument is rounded at the size of x. To it u·(|1 −
 * z + qz|·σ(x)·E + 4|qz| + 2|1 − z|) for the form c·σ(x) − qz, which loses up to a unit of both
 * sides where they cancel. Strict: the first alone, with 8 + |x|σ(−x) and 8 + |x|σ(x).
 */
public final class SigmoidCrossEntropyGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sigmoid_cross_entropy_gradient",
          List.of(
              Input.floats("labels"), Input.floats("logits"), Input.optionalFloats("pos_weight")),
          List.of());

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
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    double[] weights = SigmoidCrossEntropyWithLogits.positiveWeights(arguments);
    Real[] result = new Real[logits.size()];
    for (int i = 0; i < result.length; i++) {
      Real z = stage.of(labels.number(i));
      Real positive =
          stage.of(weights[i]).times(z).times(Sigmoid.sigmoid(-logits.number(i), stage));
      Real negative = stage.of(1).minus(z).times(Sigmoid.sigmoid(logits.number(i), stage));
      result[i] = negative.minus(positive);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    double[] weights = SigmoidCrossEntropyWithLogits.positiveWeights(arguments);
    return (i, exact) -> bound(labels.number(i), weights[i], logits.number(i), terms);
  }

  private static double bound(double z, double q, double x, Terms terms) {
    double size = Double.isFinite(x) ? Math.abs(x) : 0;
    double up = 1 / (1 + StrictMath.exp(-x));
    double down = 1 / (1 + StrictMath.exp(x));
    boolean strict = terms.profile() == Profile.STRICT;
    double ofUp = up * (8 + (strict ? size * down : 2 * size) + terms.stored());
    double ofDown = down * (8 + (strict ? size * up : 2 * size) + terms.stored());
    double bound = Math.abs(1 - z) * ofUp + Math.abs(q * z) * ofDown;
    if (!strict) {
      bound += Math.abs(1 - z + q * z) * ofUp + 4 * Math.abs(q * z) + 2 * Math.abs(1 - z);
    }
    double underflow =
        Math.abs(1 - z) * terms.underflow(up) + Math.abs(q * z) * terms.underflow(down);
    return Double.isFinite(bound) ? terms.u() * bound + underflow : 0;
  }
}
