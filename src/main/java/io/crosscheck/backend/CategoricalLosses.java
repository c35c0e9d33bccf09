package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;

/** Cross-entropies over classes, computed in double from a backend's logarithms of sums. */
final class CategoricalLosses {

  private final Exponentials exponentials;

  CategoricalLosses(Exponentials exponentials) {
    this.exponentials = exponentials;
  }

  /** softmax_cross_entropy_with_logits. */
  Tensor dense(Arguments arguments, Header header) {
    return dense(arguments, header, arguments.input("labels"), arguments.input("logits"));
  }

  /** categorical_cross_entropy, of logits or of probabilities. */
  Tensor categorical(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    return arguments.flag("from_logits")
        ? dense(arguments, header, arguments.input("target"), output)
        : ofProbabilities(arguments, header, output);
  }

  private Tensor dense(Arguments arguments, Header header, Tensor labels, Tensor logits) {
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    LogSums sums = exponentials.logSums(logits, slices);
    SmoothedLabels targets = new SmoothedLabels(arguments, labels, logits.shape(), slices.length());
    double[] losses = new double[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      CompensatedSum loss = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        loss.add(-targets.at(i) * sums.logProbability(s, logits.number(i)));
      }
      losses[s] = loss.value();
    }
    return Reductions.reduce(arguments, header, losses);
  }

  private static Tensor ofProbabilities(Arguments arguments, Header header, Tensor output) {
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    Tensor target = arguments.input("target");
    SmoothedLabels targets = new SmoothedLabels(arguments, target, output.shape(), slices.length());
    double epsilon = arguments.number("epsilon");
    double[] losses = new double[slices.count()];
    for (int s = 0; s < losses.length; s++) {
      CompensatedSum sum = sum(output, slices, s);
      CompensatedSum loss = new CompensatedSum();
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        loss.add(-targets.at(i) * clippedLog(output.number(i), sum, epsilon));
      }
      losses[s] = loss.value();
    }
    return Reductions.reduce(arguments, header, losses);
  }

  /** sparse_categorical_cross_entropy; the mean divides by the number of labels kept. */
  static Tensor sparseCategorical(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Tensor labels = arguments.input("labels");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    Optional<Object> ignored = arguments.optionalAttribute("ignore_index");
    double epsilon = arguments.number("epsilon");
    double[] losses = new double[slices.count()];
    int kept = 0;
    for (int s = 0; s < losses.length; s++) {
      long label = labels.integer(s);
      if (ignored.isEmpty() || (Long) ignored.get() != label) {
        double o = output.number(slices.index(s, (int) label));
        losses[s] = -clippedLog(o, sum(output, slices, s), epsilon);
        kept++;
      }
    }
    return Reductions.reduce(arguments, header, losses, kept);
  }

  private static CompensatedSum sum(Tensor output, Slices slices, int s) {
    CompensatedSum sum = new CompensatedSum();
    for (int k = 0; k < slices.length(); k++) {
      sum.add(output.number(slices.index(s, k)));
    }
    return sum;
  }

  /** ln of o/Σo clipped to [ε, 1 − ε]; near 1 from the others' share, which is known exactly. */
  private static double clippedLog(double o, CompensatedSum sum, double epsilon) {
    double total = sum.value();
    double share = o / total;
    if (share < epsilon) {
      return Math.log(epsilon);
    }
    double others = sum.without(o) / total;
    if (others < epsilon || share >= 1) {
      return Math.log1p(-epsilon);
    }
    return share < 0.5 ? Math.log(share) : Math.log1p(-others);
  }

  /**
   * sparse_softmax_cross_entropy_with_logits; the mean divides by the weights of the labels kept.
   */
  Tensor sparse(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor labels = arguments.input("labels");
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    LogSums sums = exponentials.logSums(logits, slices);
    SparseTerms terms = new SparseTerms(arguments, logits, slices, sums);
    Optional<Object> ignored = arguments.optionalAttribute("ignore_index");
    double[] losses = new double[slices.count()];
    CompensatedSum weights = new CompensatedSum();
    for (int s = 0; s < losses.length; s++) {
      long label = labels.integer(s);
      if (ignored.isEmpty() || (Long) ignored.get() != label) {
        losses[s] = terms.loss(s, (int) label);
        weights.add(terms.weight((int) label));
      }
    }
    return Reductions.reduce(arguments, header, losses, weights.value());
  }
}
