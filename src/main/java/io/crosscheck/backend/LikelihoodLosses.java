package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;

/** Losses of probabilities and of their logarithms, computed in double. */
final class LikelihoodLosses {

  private LikelihoodLosses() {}

  /** negative_log_likelihood; the mean divides by the weights of the labels kept. */
  static Tensor negativeLogLikelihood(Arguments arguments, Header header) {
    Tensor logs = arguments.input("log_probabilities");
    Tensor labels = arguments.input("labels");
    Optional<Tensor> classWeights = arguments.optionalInput("class_weights");
    Optional<Object> ignored = arguments.optionalAttribute("ignore_index");
    Slices slices = Slices.of(logs.shape(), arguments.axis(logs.shape()));
    double[] losses = new double[slices.count()];
    CompensatedSum weights = new CompensatedSum();
    for (int s = 0; s < losses.length; s++) {
      long label = labels.integer(s);
      if (ignored.isEmpty() || (Long) ignored.get() != label) {
        double weight = classWeights.isEmpty() ? 1 : classWeights.get().number((int) label);
        losses[s] = -weight * logs.number(slices.index(s, (int) label));
        weights.add(weight);
      }
    }
    return Reductions.reduce(arguments, header, losses, weights.value());
  }

  /** kl_divergence. */
  static Tensor klDivergence(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    double[] divergences = new double[slices.count()];
    for (int s = 0; s < divergences.length; s++) {
      CompensatedSum sum = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        sum.add(divergence(target.number(i), output.number(i)));
      }
      divergences[s] = sum.value();
    }
    return Results.of(header, divergences);
  }

  private static double divergence(double t, double o) {
    return t == 0 && o >= 0 ? 0 : t * logOfQuotient(t, o);
  }

  /** ln(t/o), by the logarithms of both where the quotient leaves the normal numbers. */
  static double logOfQuotient(double t, double o) {
    if (!(t >= 0 && o >= 0)) {
      return Double.NaN;
    }
    double ratio = t / o;
    boolean normal = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
    return normal ? Math.log(ratio) : Math.log(t) - Math.log(o);
  }
}
