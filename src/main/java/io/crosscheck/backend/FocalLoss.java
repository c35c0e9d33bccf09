package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** focal_cross_entropy, computed in double from a backend's logarithms of sums. */
final class FocalLoss implements Kernel {

  private final Exponentials exponentials;

  FocalLoss(Exponentials exponentials) {
    this.exponentials = exponentials;
  }

  @Override
  public Tensor compute(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor logits = arguments.input("logits");
    double alpha = arguments.number("alpha");
    double gamma = arguments.number("gamma");
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    LogSums sums = exponentials.logSums(logits, slices);
    double[] losses = new double[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      CompensatedSum loss = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        double log = sums.logProbability(s, logits.number(i));
        // 1 − p without the cancellation of a subtraction.
        double complement = -Math.expm1(log);
        loss.add(-target.number(i) * (Math.pow(complement, gamma) * log));
      }
      losses[s] = alpha * loss.value();
    }
    return Results.of(header, losses);
  }
}
