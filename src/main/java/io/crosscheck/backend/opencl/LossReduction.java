package io.crosscheck.backend.opencl;

import io.crosscheck.backend.CompensatedSum;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** What becomes of the losses that a device computed: sums in double, rounded once. */
final class LossReduction {

  private LossReduction() {}

  /** The attribute {@code reduction}; a mean divides by the number of losses. */
  static Tensor of(Arguments arguments, Header header, double[] losses) {
    return of(arguments, header, losses, losses.length);
  }

  /** As above, but a mean divides by {@code denominator}; by 0 it is NaN. */
  static Tensor of(Arguments arguments, Header header, double[] losses, double denominator) {
    double[] reduced =
        switch (arguments.text("reduction")) {
          case "none" -> losses;
          case "sum" -> new double[] {sum(losses)};
          default -> new double[] {mean(sum(losses), denominator)};
        };
    return Tensor.ofNumbers(header.dtype(), header.shape(), reduced);
  }

  /** weight·loss, 0 for a weight of 0 whatever the loss. */
  static double weighted(double weight, double loss) {
    return weight == 0 ? 0 : weight * loss;
  }

  /** Σ loss / Σ weight of each slice of losses that are weighted already. */
  static double[] means(double[] weighted, Tensor weights, Slices slices) {
    double[] means = new double[slices.count()];
    for (int s = 0; s < means.length; s++) {
      CompensatedSum total = new CompensatedSum();
      CompensatedSum weight = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        total.add(weighted[slices.index(s, k)]);
        weight.add(weights.number(slices.index(s, k)));
      }
      means[s] = mean(total.value(), weight.value());
    }
    return means;
  }

  static double sum(double[] terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }

  private static double mean(double total, double denominator) {
    return denominator == 0 ? Double.NaN : total / denominator;
  }
}
