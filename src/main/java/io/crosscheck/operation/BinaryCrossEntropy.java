package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * binary_cross_entropy(target, output): p ← clip(p, ε, 1 − ε), then −t ln p − (1 − t) ln(1 − p),
 * elementwise; {@code from_logits} as {@link SigmoidCrossEntropyWithLogits}.
 *
 * <p>target and output: one float dtype, one shape; epsilon in (0, 0.5), as binary64 for every
 * dtype; label_smoothing α makes t into t(1 − α) + α/2. The guard and probabilities outside [0, 1]
 * are choices. Refused: different shapes, attributes out of range.
 *
 * <p>Error bound, u·(|t|·(10 + 4|ln p|) + |1 − t|·(10 + 4|ln(1 − p)|)): each logarithm's own error
 * and that of its argument. At the upper clip an implementation holds 1 − ε rounded to its format,
 * off by δ ≤ u/2, so that ln(1 − p) may be off by −ln(1 − δ/ε): that is allowed except in the
 * strict profile.
 */
public final class BinaryCrossEntropy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "binary_cross_entropy",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(
              Attribute.bool("from_logits", false),
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
    Checks.sameShape("target", arguments.input("target"), "output", output);
    if (!arguments.flag("from_logits")) {
      ProbabilityGuard.check(output, choices);
    }
    boolean mean = arguments.text("reduction").equals("mean");
    Reduction.checkNothingLeft(mean && output.size() == 0, choices);
    return new Header(output.dtype(), Reduction.shape(arguments, output.shape()));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    double alpha = arguments.number("label_smoothing");
    ProbabilityGuard guard = ProbabilityGuard.of(arguments, output.dtype(), choices, stage);
    Real[] losses = new Real[output.size()];
    for (int i = 0; i < losses.length; i++) {
      Real t = LabelSmoothing.smooth(target.number(i), alpha, 2, stage);
      losses[i] =
          arguments.flag("from_logits")
              ? SigmoidCrossEntropyWithLogits.loss(t, stage.of(1), output.number(i), choices, stage)
              : loss(t, stage.of(output.number(i)), guard, choices, stage);
    }
    return Reduction.apply(arguments, losses, stage.of(losses.length), choices, stage);
  }

  private static Real loss(Real t, Real p, ProbabilityGuard guard, Choices choices, Stage stage) {
    Real positive = LogLikelihood.product(t, guard.ln(p), choices, stage);
    Real rest = stage.of(1).minus(t);
    return positive
        .plus(LogLikelihood.product(rest, guard.lnOfComplement(p), choices, stage))
        .negated();
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    double alpha = arguments.number("label_smoothing");
    double epsilon = arguments.number("epsilon");
    Stage stage = Stage.ofDouble();
    ProbabilityGuard guard = ProbabilityGuard.of(arguments, output.dtype(), terms.choices(), stage);
    double[] bounds = new double[output.size()];
    double[] magnitudes = new double[output.size()];
    for (int i = 0; i < bounds.length; i++) {
      double t = LabelSmoothing.smooth(target.number(i), alpha, 2);
      double value = output.number(i);
      if (arguments.flag("from_logits")) {
        bounds[i] = SigmoidCrossEntropyWithLogits.bound(t, 1, value, terms);
        magnitudes[i] = SigmoidCrossEntropyWithLogits.magnitude(t, 1, value);
      } else {
        double positive = Math.abs(guard.estimateLn(value));
        double negative = Math.abs(guard.estimateLnOfComplement(value));
        bounds[i] = elementBound(t, positive, negative, guard.lowers(value), epsilon, terms);
        magnitudes[i] = part(t, positive) + part(1 - t, negative);
      }
    }
    return Reduction.bound(arguments, bounds, magnitudes, bounds.length, terms);
  }

  private static double part(double weight, double size) {
    return weight == 0 ? 0 : Math.abs(weight) * size;
  }

  private static double elementBound(
      double t, double positive, double negative, boolean clipped, double epsilon, Terms terms) {
    double constant = terms.pick(6, 10);
    double factor = terms.pick(2, 4);
    double rounding =
        part(t, constant + factor * positive) + part(1 - t, constant + factor * negative);
    double ratio = terms.u() / 2 / epsilon;
    boolean allowed = clipped && terms.profile() != Profile.STRICT && ratio < 1;
    double clip = allowed ? -StrictMath.log1p(-ratio) * Math.abs(1 - t) : 0;
    double bound = terms.u() * rounding + clip;
    return Double.isFinite(bound) ? bound : 0;
  }
}
