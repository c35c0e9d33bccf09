package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** The loss of one slice for a class index, with class weights and smoothing. */
final class SparseTerms {

  private final Tensor logits;
  private final Slices slices;
  private final LogSums sums;
  private final @Nullable Tensor classWeights;
  private final double smoothing;

  SparseTerms(Arguments arguments, Tensor logits, Slices slices, LogSums sums) {
    this.logits = logits;
    this.slices = slices;
    this.sums = sums;
    this.classWeights = arguments.optionalInput("class_weights").orElse(null);
    this.smoothing = arguments.number("label_smoothing");
  }

  double weight(int label) {
    return classWeights == null ? 1 : classWeights.number(label);
  }

  /** (1−α)·w_y·(−l_y) + α/K·Σ_c w_c·(−l_c), l the log-softmax of slice {@code s}. */
  double loss(int s, int label) {
    double own = term(s, label);
    return smoothing == 0 ? own : (1 - smoothing) * own + smoothing / slices.length() * all(s);
  }

  private double all(int s) {
    CompensatedSum sum = new CompensatedSum();
    for (int k = 0; k < slices.length(); k++) {
      sum.add(term(s, k));
    }
    return sum.value();
  }

  private double term(int s, int k) {
    return -weight(k) * sums.logProbability(s, logits.number(slices.index(s, k)));
  }
}
