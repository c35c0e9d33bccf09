package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * categorical_cross_entropy_gradient(target, output): the derivative of −Σ t·ln clip(o/Σo, ε, 1 −
 * ε) for each output, over each slice along {@code axis}: (Σ_A t − [i ∈ A]·t_i/p_i)/S, with S = Σo,
 * p = o/S and A the classes that the clip leaves alone, ε ≤ p ≤ 1 − ε.
 *
 * <p>target and output: one float dtype, one shape, rank at least 1, which the result has too;
 * epsilon in (0, 0.5), as binary64 for every dtype. A clipped class has no slope of its own, but
 * its output still changes the sum that the others are divided by. A slice whose sum is 0 or no
 * finite number is NaN throughout. Normalising, guarding and probabilities outside [0, 1] are
 * choices, as in {@link CategoricalCrossEntropy}; the general form is (Σ w·p − w_i)/S, w =
 * t·c′(p)/c(p) for a guard −t·ln c(p), and −w_i where nothing is normalised. Refused: an axis out
 * of range, different shapes, epsilon out of range.
 *
 * <p>Every result is rational, and computed with one division at the end, so that it is exact where
 * it can be.
 *
 * <p>Error bound, u/|S|·(|w_i|·(8 + 2 S(n)) + Σ|t|·(8 + 3 S(n)))·c, c = Σ|o|/|S|: the quotient o/S
 * has a relative error of (S(n) + 2)c, which w inherits and the product w·p once more; the
 * additions of n products; the last division. On the edge of the clip the derivative jumps and no
 * bound can hold. Strict: S(n) is 0.
 */
public final class CategoricalCrossEntropyGradient implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "categorical_cross_entropy_gradient",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(Attribute.integer("axis", -1), Attribute.number("epsilon", 1e-7)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    Checks.epsilon(arguments);
    Checks.axis(arguments, output.shape(), choices);
    Checks.sameShape("target", arguments.input("target"), "output", output);
    ProbabilityGuard.check(output, choices);
    return new Header(output.dtype(), output.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    return elements(arguments, choices, stage).all();
  }

  @Override
  public SliceElements elements(Arguments arguments, Choices choices, Stage stage) {
    Slices slices = Checks.slices(arguments, arguments.input("output").shape());
    return new SliceElements(
        slices, stage, s -> GuardedSlope.of(arguments, slices, s, choices).at(stage));
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor output = arguments.input("output");
    Slices slices = Checks.slices(arguments, output.shape());
    double[] bounds = new double[output.size()];
    for (int s = 0; s < slices.count(); s++) {
      IntToDoubleFunction bound =
          GuardedSlope.of(arguments, slices, s, terms.choices()).bound(terms);
      for (int k = 0; k < slices.length(); k++) {
        bounds[slices.index(s, k)] = bound.applyAsDouble(k);
      }
    }
    return (i, exact) -> bounds[i];
  }
}
