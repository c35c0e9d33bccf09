package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sigmoid(logits): 1 / (1 + exp(−x)), elementwise; exactly 0 and 1 at −Infinity and Infinity.
 *
 * <p>logits: any float dtype and shape, which the result has too.
 *
 * <p>Error bound, |y − p| ≤ u·p·(8 + 2|x|(1 − p)): an error of ε in exp(−x) changes p by p(1 − p)ε,
 * and ε may grow with |x| where exp scales its argument; addition and division give the constant.
 * Strict: 5, |x|.
 */
public final class Sigmoid implements Operation {

  private static final Signature SIGNATURE =
      new Signature("sigmoid", List.of(Input.floats("logits")), List.of());

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor logits = arguments.input("logits");
    return new Header(logits.dtype(), logits.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor logits = arguments.input("logits");
    Real[] result = new Real[logits.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = sigmoid(logits.number(i), stage);
    }
    return result;
  }

  /** 1/(1 + exp(−x)). */
  static Real sigmoid(double x, Stage stage) {
    if (Double.isNaN(x)) {
      return stage.of(x);
    }
    // The exponential is taken of a number that is not positive, so that it never overflows.
    Real decayed = stage.of(-Math.abs(x)).exp();
    Real denominator = stage.of(1).plus(decayed);
    return (x >= 0 ? stage.of(1) : decayed).dividedBy(denominator);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor logits = arguments.input("logits");
    return (i, p) -> {
      double x = logits.number(i);
      // Not 1 less p, whose rounding times a large x would admit any result.
      double others = 1 / (1 + StrictMath.exp(x));
      double growth = Double.isInfinite(x) ? 0 : terms.pick(1, 2) * (p * Math.abs(x) * others);
      return terms.u() * (p * terms.pick(5, 8) + growth);
    };
  }
}
