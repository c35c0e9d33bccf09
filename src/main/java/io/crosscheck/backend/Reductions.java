package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;

/** One number from many losses; sums are compensated, and a mean over nothing is NaN. */
final class Reductions {

  private Reductions() {}

  /** The attribute {@code reduction} of a loss: {@code none}, {@code sum}, or the mean of all. */
  static Tensor reduce(Arguments arguments, Header header, double[] losses) {
    return reduce(arguments, header, losses, losses.length);
  }

  /** As above, but the mean is the sum divided by {@code denominator}. */
  static Tensor reduce(Arguments arguments, Header header, double[] losses, double denominator) {
    return switch (arguments.text("reduction")) {
      case "none" -> Results.of(header, losses);
      case "sum" -> Results.of(header, sum(losses));
      default -> Results.of(header, mean(sum(losses), denominator));
    };
  }

  /** The operation reduce_loss; a loss of weight 0 doesn't count, not even as NaN. */
  static Tensor reduceLoss(Arguments arguments, Header header) {
    double[] losses = arguments.input("loss").toDoubles();
    Optional<Tensor> weights = arguments.optionalInput("weights");
    CompensatedSum total = new CompensatedSum();
    int counted = 0;
    for (int i = 0; i < losses.length; i++) {
      double weight = weights.isEmpty() ? 1 : weights.get().number(i);
      losses[i] = weighted(weight, losses[i]);
      total.add(weight);
      counted += weight == 0 ? 0 : 1;
    }
    return switch (arguments.text("reduction")) {
      case "weighted_mean" -> Results.of(header, mean(sum(losses), total.value()));
      case "mean_over_nonzero_weights" -> Results.of(header, mean(sum(losses), counted));
      default -> reduce(arguments, header, losses);
    };
  }

  /** total / denominator, NaN for a denominator of 0 whatever the total. */
  static double mean(double total, double denominator) {
    return denominator == 0 ? Double.NaN : total / denominator;
  }

  /** weight · value, 0 for a weight of 0 whatever the value: what is masked never leaks. */
  static double weighted(double weight, double value) {
    return weight == 0 ? 0 : weight * value;
  }

  private static double sum(double[] terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }
}
