package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * reduce_loss(loss, weights?): none (w·l), sum (Σwl), mean (Σwl/N), weighted_mean (Σwl/Σw) or
 * mean_over_nonzero_weights (Σwl/#{w ≠ 0}).
 *
 * <p>loss: any float dtype and shape; weights: of that dtype and shape, 1 where not given. The
 * result has the loss's dtype, and its shape for none, else shape []. Whether NaN under a weight of
 * 0 leaks is a choice, and what a mean of nothing is. Refused: weights of another shape.
 *
 * <p>Error bound of N terms, u·(2 + S(N))·Σ|wl|/|D| with D the denominator; twice that where D is
 * itself a sum of positive weights.
 */
public final class ReduceLoss implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "reduce_loss",
          List.of(Input.floats("loss"), Input.optionalFloats("weights")),
          List.of(
              Attribute.text(
                  "reduction",
                  "mean",
                  "none",
                  "sum",
                  "mean",
                  "weighted_mean",
                  "mean_over_nonzero_weights")));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor loss = arguments.input("loss");
    arguments.optionalInput("weights").ifPresent(w -> Checks.sameShape("weights", w, "loss", loss));
    boolean none = arguments.text("reduction").equals("none");
    boolean mean = !none && !arguments.text("reduction").equals("sum");
    Reduction.checkNothingLeft(mean && denominatorEstimate(arguments) == 0, choices);
    return new Header(loss.dtype(), none ? loss.shape() : Shape.of());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor loss = arguments.input("loss");
    Real[] terms = new Real[loss.size()];
    for (int i = 0; i < terms.length; i++) {
      Real value = stage.of(loss.number(i));
      terms[i] = WeightedTerms.product(weight(arguments, i), value, choices, stage);
    }
    return switch (arguments.text("reduction")) {
      case "none" -> terms;
      case "sum" -> new Real[] {Reduction.sum(terms, stage)};
      default -> {
        Real total = Reduction.sum(terms, stage);
        yield new Real[] {Reduction.mean(total, denominator(arguments, stage), choices, stage)};
      }
    };
  }

  private static Real denominator(Arguments arguments, Stage stage) {
    Real sum = stage.of(0);
    for (int i = 0; i < arguments.input("loss").size(); i++) {
      sum = sum.plus(stage.of(share(arguments, i)));
    }
    return sum;
  }

  private static double denominatorEstimate(Arguments arguments) {
    double sum = 0;
    for (int i = 0; i < arguments.input("loss").size(); i++) {
      sum += share(arguments, i);
    }
    return sum;
  }

  /** What element {@code i} adds to the denominator. */
  private static double share(Arguments arguments, int i) {
    return switch (arguments.text("reduction")) {
      case "weighted_mean" -> weight(arguments, i);
      case "mean_over_nonzero_weights" -> weight(arguments, i) == 0 ? 0 : 1;
      default -> 1;
    };
  }

  private static double weight(Arguments arguments, int i) {
    return arguments.optionalInput("weights").map(w -> w.number(i)).orElse(1.0);
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    Tensor loss = arguments.input("loss");
    String reduction = arguments.text("reduction");
    if (reduction.equals("none")) {
      return (i, exact) -> terms.u() * terms.pick(1, 2) * Math.abs(exact);
    }
    double magnitudes = 0;
    double weights = 0;
    for (int i = 0; i < loss.size(); i++) {
      magnitudes += WeightedTerms.magnitude(weight(arguments, i), loss.number(i), terms);
      weights += Math.abs(share(arguments, i));
    }
    double denominator = reduction.equals("sum") ? 1 : denominatorEstimate(arguments);
    double condition = reduction.equals("weighted_mean") ? weights : 0;
    double bound = WeightedTerms.meanBound(magnitudes, denominator, condition, loss.size(), terms);
    return (i, exact) -> bound;
  }
}
