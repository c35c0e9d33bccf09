package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Broadcast;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;

/** Derivatives, computed in double from a backend's probabilities. */
final class Gradients {

  private final Exponentials exponentials;
  private final MaskedKernels masked;

  Gradients(Exponentials exponentials) {
    this.exponentials = exponentials;
    this.masked = new MaskedKernels(exponentials);
  }

  /** softmax_gradient. */
  Tensor softmax(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices slices = slices(arguments, logits);
    double[] result = exponentials.softmax(logits, slices);
    double[] gradient = arguments.input("output_gradient").toDoubles();
    for (int s = 0; s < slices.count(); s++) {
      timesJacobian(gradient, result, slices, s);
    }
    return Results.of(header, result);
  }

  /** masked_softmax_gradient: what the gradient has at masked positions isn't read. */
  Tensor maskedSoftmax(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices slices = slices(arguments, logits);
    double[] result = masked.probabilities(arguments);
    double[] gradient = arguments.input("output_gradient").toDoubles();
    boolean[] kept = MaskedKernels.kept(arguments.input("mask"), logits);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = kept[i] ? gradient[i] : 0;
    }
    for (int s = 0; s < slices.count(); s++) {
      timesJacobian(gradient, result, slices, s);
      MaskedKernels.clearMasked(result, kept, slices, s);
    }
    return Results.of(header, result);
  }

  /** Replaces the probabilities s of one slice by (g − Σ g·s)·s. */
  private static void timesJacobian(
      double[] gradient, double[] probabilities, Slices slices, int s) {
    CompensatedSum mean = new CompensatedSum();
    for (int k = 0; k < slices.length(); k++) {
      int i = slices.index(s, k);
      mean.add(gradient[i] * probabilities[i]);
    }
    for (int k = 0; k < slices.length(); k++) {
      int i = slices.index(s, k);
      probabilities[i] *= gradient[i] - mean.value();
    }
  }

  /** log_softmax_gradient. */
  Tensor logSoftmax(Arguments arguments, Header header) {
    double[] gradient = arguments.input("output_gradient").toDoubles();
    double[] result = scaledSoftmax(arguments, gradient);
    for (int i = 0; i < result.length; i++) {
      result[i] = 0 - result[i];
    }
    return Results.of(header, result);
  }

  /** softmax_cross_entropy_gradient. */
  Tensor dense(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    Tensor logits = arguments.input("logits");
    Broadcast broadcast = Broadcast.of(labels.shape(), logits.shape()).orElseThrow();
    double[] wide = new double[logits.size()];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = labels.number(broadcast.source(i));
    }
    return Results.of(header, scaledSoftmax(arguments, wide));
  }

  /** sparse_softmax_cross_entropy_gradient: 0 throughout a slice whose label is ignored. */
  Tensor sparse(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor labels = arguments.input("labels");
    Slices slices = slices(arguments, logits);
    Optional<Tensor> weights = arguments.optionalInput("class_weights");
    Optional<Object> ignored = arguments.optionalAttribute("ignore_index");
    double[] result = exponentials.softmax(logits, slices);
    for (int s = 0; s < slices.count(); s++) {
      long label = labels.integer(s);
      boolean counts = ignored.isEmpty() || (Long) ignored.get() != label;
      double weight = counts && weights.isPresent() ? weights.get().number((int) label) : 1;
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        result[i] = counts ? weight * (result[i] - (k == label ? 1 : 0)) : 0;
      }
    }
    return Results.of(header, result);
  }

  /** s·Σ t − t, s the softmax of the logits. */
  private double[] scaledSoftmax(Arguments arguments, double[] labels) {
    Tensor logits = arguments.input("logits");
    Slices slices = slices(arguments, logits);
    double[] result = exponentials.softmax(logits, slices);
    for (int s = 0; s < slices.count(); s++) {
      CompensatedSum sum = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        sum.add(labels[slices.index(s, k)]);
      }
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        result[i] = result[i] * sum.value() - labels[i];
      }
    }
    return result;
  }

  /** sigmoid_cross_entropy_gradient: each term from its own side, so that nothing cancels. */
  static Tensor sigmoid(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor labels = arguments.input("labels");
    double[] weights = BinaryLosses.positiveWeights(arguments);
    double[] result = new double[logits.size()];
    for (int i = 0; i < result.length; i++) {
      double z = labels.number(i);
      double x = logits.number(i);
      result[i] = (1 - z) / (1 + Math.exp(-x)) - weights[i] * z / (1 + Math.exp(x));
    }
    return Results.of(header, result);
  }

  /** kl_divergence_target_gradient. */
  static Tensor divergenceTarget(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    double[] result = new double[output.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = LikelihoodLosses.logOfQuotient(target.number(i), output.number(i)) + 1;
    }
    return Results.of(header, result);
  }

  /** categorical_cross_entropy_gradient. */
  static Tensor categorical(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Tensor target = arguments.input("target");
    Slices slices = slices(arguments, output);
    double epsilon = arguments.number("epsilon");
    double[] result = new double[output.size()];
    for (int s = 0; s < slices.count(); s++) {
      CompensatedSum sum = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        sum.add(output.number(slices.index(s, k)));
      }
      CompensatedSum kept = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        boolean slopes = isInside(output.number(i), sum, epsilon);
        kept.add(slopes ? target.number(i) : 0);
      }
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        double o = output.number(i);
        boolean slopes = isInside(o, sum, epsilon);
        double shared = kept.value() / sum.value();
        result[i] = sum.value() == 0 ? Double.NaN : slopes ? shared - target.number(i) / o : shared;
      }
    }
    return Results.of(header, result);
  }

  /** Whether ε ≤ o/Σo ≤ 1 − ε, the upper end by the others' share, which is known exactly. */
  private static boolean isInside(double o, CompensatedSum sum, double epsilon) {
    double total = sum.value();
    return o / total >= epsilon && sum.without(o) / total >= epsilon;
  }

  private static Slices slices(Arguments arguments, Tensor logits) {
    return Slices.of(logits.shape(), arguments.axis(logits.shape()));
  }
}
