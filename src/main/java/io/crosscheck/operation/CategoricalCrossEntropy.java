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
 * <p>Error bound from probabilities, Σ|t|·u·((14 + 2 S(n))·c + (4 + S(m))·|ln o|) with c =
 * Σ|o|/|Σo|: the quotient's relative error, (S(n) + 2)c, enters the logarithm absolutely, next to
 * the logarithm's own error; rounding 1 − ε changes ln(1 − ε) by at most u. Strict: 8 for 14, 2 for
 * 4.
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
    Slices slices = Checks.slices(arguments, output.shape());
    SmoothedLabels labels = SmoothedLabels.of(arguments, "target", output, choices);
    ProbabilityGuard guard = ProbabilityGuard.of(arguments, output.dtype(), choices, stage);
    boolean normalise = normalises(choices);
    Real[] losses = new Real[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      Real[] o = slice(output, slices, s, stage);
      Real sum = normalise ? Reduction.sum(o, stage) : stage.of(1);
      for (int k = 0; k < o.length; k++) {
        o[k] = guard.ln(o[k].dividedBy(sum));
      }
      losses[s] = LogLikelihood.loss(labels.exact(slices, s, stage), o, choices, stage);
    }
    return Reduction.apply(arguments, losses, stage.of(losses.length), choices, stage);
  }

  private static boolean normalises(Choices choices) {
    return choices.is(Choice.PROBABILITIES_NORMALISE, "divide_by_sum");
  }

  private static Real[] slice(Tensor output, Slices slices, int s, Stage stage) {
    Real[] values = new Real[slices.length()];
    for (int k = 0; k < values.length; k++) {
      values[k] = stage.of(output.number(slices.index(s, k)));
    }
    return values;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    if (arguments.flag("from_logits")) {
      return SoftmaxCrossEntropyWithLogits.bound(arguments, "target", "output", terms);
    }
    Tensor output = arguments.input("output");
    Slices slices = Checks.slices(arguments, output.shape());
    SmoothedLabels labels = SmoothedLabels.of(arguments, "target", output, terms.choices());
    Stage stage = Stage.ofDouble();
    ProbabilityGuard guard = ProbabilityGuard.of(arguments, output.dtype(), terms.choices(), stage);
    boolean normalise = normalises(terms.choices());
    double[] bounds = new double[slices.count()];
    double[] magnitudes = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] targets = labels.estimate(slices, s);
      double[] o = new double[slices.length()];
      for (int k = 0; k < o.length; k++) {
        o[k] = output.number(slices.index(s, k));
      }
      double condition = normalise ? normalise(o) : 1;
      for (int k = 0; k < o.length; k++) {
        o[k] = guard.estimateLn(o[k]);
      }
      bounds[s] = sliceBound(targets, o, condition, terms);
      magnitudes[s] = LogLikelihood.magnitude(targets, o);
    }
    return Reduction.bound(arguments, bounds, magnitudes, bounds.length, terms);
  }

  /** Divides by the sum and returns Σ|o|/|Σo|, 1 where that isn't finite. */
  private static double normalise(double[] o) {
    double sum = 0;
    double absolute = 0;
    for (double value : o) {
      sum += value;
      absolute += Math.abs(value);
    }
    for (int k = 0; k < o.length; k++) {
      o[k] /= sum;
    }
    double condition = absolute / Math.abs(sum);
    return Double.isFinite(condition) ? condition : 1;
  }

  private static double sliceBound(double[] targets, double[] logs, double condition, Terms terms) {
    int nonZero = 0;
    for (double target : targets) {
      nonZero += target == 0 ? 0 : 1;
    }
    double absolute = (terms.pick(8, 14) + 2 * terms.summation(targets.length)) * condition;
    double relative = terms.pick(2, 4) + terms.summation(nonZero);
    double bound = 0;
    for (int k = 0; k < targets.length; k++) {
      double each = Math.abs(targets[k]) * (absolute + relative * Math.abs(logs[k]));
      bound += Double.isFinite(each) ? each : 0;
    }
    return terms.u() * bound;
  }
}
