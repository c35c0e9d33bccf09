package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * kl_divergence_target_gradient(target, output): ln(t/o) + 1, elementwise: the derivative of the
 * Kullback-Leibler divergence for its target, whichever axis it is summed over.
 *
 * <p>target and output: one float dtype, one shape, which the result has too. At t = 0 it is
 * −Infinity, the slope from the right, and so it is at o = Infinity; it is Infinity at o = 0 and at
 * t = Infinity. Both 0, both Infinity, NaN or a negative number: NaN. By choice a zero target's
 * term is the constant 0, of which −ln o stays; or (Keras) both are clipped to [1e-7, 1] first, so
 * that a target outside has no slope: 0. NaN is NaN by every choice. Refused: different shapes.
 *
 * <p>Error bound, u·(8 + 5|ln t| + 4|ln o| + 5|ln(t/o)|): it admits each way to write it. ln t + 1
 * − ln o and ln t − ln o + 1 have the logarithms' own errors, up to 2 ulp each, which stay when the
 * sum is small, and two roundings; ln(t/o) has the quotient's relative error, which enters
 * absolutely, that of one logarithm, and a rounding; the 1 may be a product t·(1/t), with its
 * roundings. The result is 0 at t = o/e, so that no bound relative to it can hold. −ln o alone:
 * 4u|ln o|. Strict: 2 for every factor.
 *
 * <p>In float16 and bfloat16 each step may have been stored in the dtype, of unit roundoff h, which
 * adds the larger of two ways. By the quotient, h·(3 + |ln(t/o)|): the quotient's rounding and its
 * logarithm's, and two of the product that the 1 is; for a quotient that is subnormal in the dtype
 * and isn't rounded to 0, its last unit divided by it. By the logarithms, h·(|ln t| + |ln o| + 1 +
 * max(|ln(t/o)|, |ln t + 1|)): those of both, of the 1 and of whichever sum comes first. Strict and
 * −ln o alone: nothing.
 */
public final class KlDivergenceTargetGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "kl_divergence_target_gradient",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of());

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    Checks.sameShape("target", arguments.input("target"), "output", output);
    return new Header(output.dtype(), output.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    Real[] result = new Real[output.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = slope(target.number(i), output.number(i), choices, stage);
    }
    return result;
  }

  private static Real slope(double t, double o, Choices choices, Stage stage) {
    if (Double.isNaN(t) || Double.isNaN(o)) {
      return stage.of(Double.NaN);
    }
    if (clips(t, o, choices)) {
      return KlDivergence.isOutside(t) ? stage.of(0) : slope(t, KlDivergence.clipped(o), stage);
    }
    return isConstant(t, choices) ? stage.of(o).ln().negated() : slope(t, o, stage);
  }

  private static Real slope(double t, double o, Stage stage) {
    return t >= 0 && o >= 0
        ? stage.of(t).dividedBy(stage.of(o)).ln().plus(stage.of(1))
        : stage.of(Double.NaN);
  }

  /** Whether one of them is clipped, so that the choice matters. */
  private static boolean clips(double t, double o, Choices choices) {
    boolean outside = KlDivergence.isOutside(t) || KlDivergence.isOutside(o);
    return outside && choices.is(Choice.KL_GRADIENT_ZERO_TARGET, "clipped");
  }

  private static boolean isConstant(double t, Choices choices) {
    return t == 0 && choices.is(Choice.KL_GRADIENT_ZERO_TARGET, "constant");
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    return (i, exact) -> {
      double bound = bound(target.number(i), output.number(i), terms);
      return Double.isFinite(bound) ? terms.u() * bound : 0;
    };
  }

  private static double bound(double t, double o, Terms terms) {
    boolean clips = clips(t, o, terms.choices());
    if (clips && KlDivergence.isOutside(t)) {
      return 0;
    }
    double divisor = clips ? KlDivergence.clipped(o) : o;
    double ofOutput = Math.abs(StrictMath.log(divisor));
    double output = terms.pick(2, 4) * ofOutput;
    if (isConstant(t, terms.choices())) {
      return output;
    }
    double ofTarget = Math.abs(StrictMath.log(t));
    double ofQuotient = Math.abs(StrictMath.log(t) - StrictMath.log(divisor));
    double others = terms.pick(2, 8) + output + terms.pick(2, 5) * (ofTarget + ofQuotient);
    if (terms.stored() == 0) {
      return others;
    }
    double ofSum = Math.max(ofQuotient, Math.abs(StrictMath.log(t) + 1));
    double byLogarithms = terms.stored() * (ofTarget + ofOutput + 1 + ofSum);
    double byQuotient = terms.stored() * (3 + ofQuotient) + lastUnit(t / divisor, terms);
    return others + Math.max(byQuotient, byLogarithms);
  }

  /** The last unit of a quotient below the normal numbers of the dtype, relative and in u. */
  private static double lastUnit(double quotient, Terms terms) {
    DType stored = terms.dtype();
    boolean isSubnormal = quotient < stored.smallestNormal() && stored.round(quotient) > 0;
    return isSubnormal ? stored.smallestSubnormal() / quotient / terms.u() : 0;
  }
}
