package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * focal_cross_entropy(target, logits): −α Σ t·(1 − p)^γ·ln p over each slice along {@code axis}, p
 * the softmax of the logits: the categorical focal loss, which plays down what is classified well.
 *
 * <p>target and logits: one float dtype, one shape, rank at least 1, which the result has without
 * the axis. α is any finite number; γ is finite and at least 0, and 0^0 = 1, so that γ = 0 is α
 * times the plain cross-entropy. Targets are taken as they are. Special logits as in {@link
 * LogSoftmax}; a logit of −Infinity as target costs Infinity, and with a target of 0 it is a
 * choice. Nothing is clipped. Refused: an axis out of range, different shapes, α or γ out of range.
 *
 * <p>Error bound of a slice with q = 1 − p, w = q^γ and l = ln p: |α| Σ |t|·(W·|l| + (w + W)·u·L(l)
 * + u·(4 + S(m))·w|l|), L the bound of {@link LogSoftmax}, m the number of non-zero targets. W is
 * the error of w: (q + ε)^γ − (q − ε)^γ for an error ε = u·(1 + p(20 + 2|l| + 2 ln n + S(n))) of 1
 * − p, that of {@link Softmax} and of the subtraction, and u·w·(16 + 8γ|ln q|) for the power,
 * whether as such or as exp(γ ln q) with functions within 3 ulp. Where p is near 1 the subtraction
 * cancels, and the first part admits it. Strict: W = u·w·(4 + γ(8 + ln n + 4|ln q|)), for a q
 * summed from the other classes, where that is less, and 4 for 4 + S(m).
 */
public final class FocalCrossEntropy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "focal_cross_entropy",
          List.of(Input.floats("target"), Input.floats("logits")),
          List.of(
              Attribute.integer("axis", -1),
              Attribute.number("alpha", 0.25),
              Attribute.number("gamma", 2)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    Checks.within(arguments, "alpha", -Double.MAX_VALUE, Double.MAX_VALUE);
    Checks.within(arguments, "gamma", 0, Double.MAX_VALUE);
    int axis = Checks.axis(arguments, logits.shape(), choices);
    Checks.sameShape("target", arguments.input("target"), "logits", logits);
    return new Header(logits.dtype(), logits.shape().without(axis));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor target = arguments.input("target");
    Tensor logits = arguments.input("logits");
    Real gamma = stage.of(arguments.number("gamma"));
    Real alpha = stage.of(arguments.number("alpha"));
    Slices slices = Checks.slices(arguments, logits.shape());
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      ExactSlice slice = ExactSlice.of(logits, slices, s, stage);
      Real sum = stage.of(0);
      for (int k = 0; k < slices.length(); k++) {
        Real t = stage.of(target.number(slices.index(s, k)));
        Real plain = LogLikelihood.product(t, slice.logSoftmax(k, choices), choices, stage);
        sum = sum.plus(plain.times(weight(slice, k, gamma, choices, stage)));
      }
      boolean open = !sum.isSpecial() && sum.sign() == Real.Sign.UNKNOWN;
      boolean doubles = stage == Stage.ofDouble() || stage == Stage.ofDoubleDouble();
      boolean zero = open && !doubles && cancel(target, logits, slices, s);
      losses[s] = zero ? stage.of(0) : alpha.times(sum).negated();
    }
    return losses;
  }

  /** Whether the targets of equal logits sum to 0, so that the loss does, which no digits show. */
  private static boolean cancel(Tensor target, Tensor logits, Slices slices, int s) {
    Map<Double, BigDecimal> sums = new HashMap<>();
    for (int k = 0; k < slices.length(); k++) {
      int i = slices.index(s, k);
      // −0 and 0 are one logit.
      sums.merge(logits.number(i) + 0.0, new BigDecimal(target.number(i)), BigDecimal::add);
    }
    return sums.values().stream().allMatch(sum -> sum.signum() == 0);
  }

  /** (1 − p_k)^γ. */
  private static Real weight(ExactSlice slice, int k, Real gamma, Choices choices, Stage stage) {
    boolean plain = gamma.sign() == Real.Sign.ZERO;
    return plain ? stage.of(1) : gamma.times(slice.logOfComplement(k, choices)).exp();
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor target = arguments.input("target");
    Tensor logits = arguments.input("logits");
    double gamma = arguments.number("gamma");
    double factor = terms.u() * Math.abs(arguments.number("alpha"));
    Slices slices = Checks.slices(arguments, logits.shape());
    double[] bounds = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] logProbabilities = Estimates.logSoftmax(logits, slices, s);
      double[] targets = new double[slices.length()];
      int nonZero = 0;
      for (int k = 0; k < targets.length; k++) {
        targets[k] = Math.abs(target.number(slices.index(s, k)));
        nonZero += targets[k] == 0 ? 0 : 1;
      }
      double bound = 0;
      for (int k = 0; k < targets.length; k++) {
        double each = targets[k] * term(logProbabilities[k], targets.length, nonZero, gamma, terms);
        bound += Double.isFinite(each) ? each : 0;
      }
      bounds[s] = factor * bound;
    }
    return (s, exact) -> bounds[s];
  }

  /** The bound of one class with target 1 and log-probability {@code l}, in units of u. */
  private static double term(double l, int n, int nonZero, double gamma, Terms terms) {
    double q = -StrictMath.expm1(l);
    double weight = StrictMath.pow(q, gamma);
    double offWeight = weightError(l, n, gamma, terms);
    double additions = 4 + terms.summation(nonZero);
    double size = Math.abs(l);
    return offWeight * size
        + (weight + terms.u() * offWeight) * LogSoftmax.absolute(n, size, terms)
        + additions * weight * size;
  }

  /** W, in units of u. */
  private static double weightError(double l, int n, double gamma, Terms terms) {
    double q = -StrictMath.expm1(l);
    double weight = StrictMath.pow(q, gamma);
    // q^γ·ln q is 0 at q = 0, as its limit is.
    double ofLogarithm = q == 0 ? 0 : gamma * Math.abs(StrictMath.log(q));
    double softmax = 20 + 2 * Math.abs(l) + 2 * Terms.ln(n) + terms.summation(n);
    double epsilon = terms.u() * (1 + StrictMath.exp(l) * softmax);
    double rounded = spread(q, epsilon, gamma) / terms.u() + weight * (16 + 8 * ofLogarithm);
    // Of a large γ and a small p the first is more, though nothing cancels.
    return terms.profile() == Profile.STRICT
        ? Math.min(weight * (4 + gamma * (8 + Terms.ln(n)) + 4 * ofLogarithm), rounded)
        : rounded;
  }

  /** (q + ε)^γ − (q − ε)^γ; where the powers are near each other, from what parts them. */
  private static double spread(double q, double epsilon, double gamma) {
    if (!(gamma * epsilon < q)) {
      return StrictMath.pow(q + epsilon, gamma) - StrictMath.pow(Math.max(q - epsilon, 0), gamma);
    }
    double above = StrictMath.expm1(gamma * StrictMath.log1p(epsilon / q));
    double below = StrictMath.expm1(gamma * StrictMath.log1p(-epsilon / q));
    return StrictMath.pow(q, gamma) * (above - below);
  }
}
