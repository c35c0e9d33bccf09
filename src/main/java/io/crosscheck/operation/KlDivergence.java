package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * kl_divergence(target, output): Σ t·ln(t/o) over each slice along {@code axis}, the
 * Kullback-Leibler divergence of the output from the target; 0·ln 0 = 0.
 *
 * <p>target and output: one float dtype, one shape, rank at least 1, which the result has without
 * the axis. The numbers are taken as they are: those that don't sum to 1 aren't brought there, and
 * may give a negative result. A term with t = 0 is 0 for every o ≥ 0, 0 and Infinity included; one
 * with t &gt; 0 is Infinity at o = 0 and −Infinity at o = Infinity; t = Infinity gives Infinity,
 * NaN at o = Infinity. NaN or a negative number in a slice makes it NaN. By choice (Keras) both are
 * clipped to [1e-7, 1] first. Refused: an axis out of range, different shapes.
 *
 * <p>Error bound, u·Σ|t|·(8 + 4|ln t| + 4|ln o| + (4 + S(m))·|ln(t/o)|) over the m targets that
 * aren't 0. It admits both ways to write a term: ln t − ln o has the logarithms' own errors, up to
 * 2 ulp each, which stay when the difference is small; ln(t/o) has the quotient's relative error,
 * which enters absolutely. The product, the difference and the additions give the last part. The
 * terms cancel where t is near o, so that no bound relative to the result can hold. Strict: 2, 2, 2
 * and 2.
 */
public final class KlDivergence implements Operation {

  private static final double CLIP = 1e-7;

  private static final Signature SIGNATURE =
      new Signature(
          "kl_divergence",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    int axis = Checks.axis(arguments, output.shape(), choices);
    Checks.sameShape("target", arguments.input("target"), "output", output);
    return new Header(output.dtype(), output.shape().without(axis));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Slices slices = Checks.slices(arguments, arguments.input("output").shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      double[] t = values(arguments.input("target"), slices, s, choices);
      double[] o = values(arguments.input("output"), slices, s, choices);
      result[s] = divergence(t, o, stage);
    }
    return result;
  }

  private static Real divergence(double[] t, double[] o, Stage stage) {
    Real sum = stage.of(0);
    for (int k = 0; k < t.length; k++) {
      sum = sum.plus(term(t[k], o[k], stage));
    }
    // Where doubles see no sign, more digits will, unless there is none: a sum of logarithms is 0
    // or irrational, and 0 is decided without them.
    boolean open = !sum.isSpecial() && sum.sign() == Real.Sign.UNKNOWN;
    boolean doubles = stage == Stage.ofDouble() || stage == Stage.ofDoubleDouble();
    return open && !doubles && LogarithmSum.of(t, o).isZero() ? stage.of(0) : sum;
  }

  private static Real term(double t, double o, Stage stage) {
    if (!(t >= 0 && o >= 0)) {
      return stage.of(Double.NaN);
    }
    return t == 0 ? stage.of(0) : stage.of(t).dividedBy(stage.of(o)).ln().times(stage.of(t));
  }

  /** Slice {@code s}, clipped where the choice says so. */
  private static double[] values(Tensor tensor, Slices slices, int s, Choices choices) {
    double[] values = new double[slices.length()];
    for (int k = 0; k < values.length; k++) {
      double value = tensor.number(slices.index(s, k));
      boolean clips = isOutside(value) && choices.is(Choice.KL_ZERO_TARGET, "clipped");
      values[k] = clips ? clipped(value) : value;
    }
    return values;
  }

  /** Whether a number isn't in [1e-7, 1]; NaN is nowhere. */
  static boolean isOutside(double value) {
    return value < CLIP || value > 1;
  }

  /** The number of [1e-7, 1] that is nearest. */
  static double clipped(double value) {
    return Math.max(CLIP, Math.min(1, value));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Slices slices = Checks.slices(arguments, arguments.input("output").shape());
    double[] bounds = new double[slices.count()];
    for (int s = 0; s < bounds.length; s++) {
      double[] t = values(arguments.input("target"), slices, s, terms.choices());
      double[] o = values(arguments.input("output"), slices, s, terms.choices());
      bounds[s] = terms.u() * bound(t, o, terms);
    }
    return (s, exact) -> bounds[s];
  }

  private static double bound(double[] t, double[] o, Terms terms) {
    int nonZero = 0;
    for (double target : t) {
      nonZero += target == 0 ? 0 : 1;
    }
    double perLogarithm = terms.pick(2, 4);
    double perTerm = terms.pick(2, 4) + terms.summation(nonZero);
    double bound = 0;
    for (int k = 0; k < t.length; k++) {
      double ofTarget = StrictMath.log(t[k]);
      double ofOutput = StrictMath.log(o[k]);
      double logarithms = Math.abs(ofTarget) + Math.abs(ofOutput);
      double each = terms.pick(2, 8) + perLogarithm * logarithms;
      double term = t[k] * (each + perTerm * Math.abs(ofTarget - ofOutput));
      bound += Double.isFinite(term) ? term : 0;
    }
    return bound;
  }
}
