package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** Dense labels, broadcast to the scores and smoothed as the attributes say. */
final class SmoothedLabels {

  private final Tensor labels;
  private final Broadcast broadcast;
  private final double alpha;
  private final int classes;

  private SmoothedLabels(Tensor labels, Broadcast broadcast, double alpha, int classes) {
    this.labels = labels;
    this.broadcast = broadcast;
    this.alpha = alpha;
    this.classes = classes;
  }

  static SmoothedLabels of(Arguments arguments, String name, Tensor scores, Choices choices) {
    Tensor labels = arguments.input(name);
    int axis = arguments.axis(scores.shape());
    return new SmoothedLabels(
        labels,
        Checks.broadcast(name, labels, scores.shape()),
        arguments.number("label_smoothing"),
        LabelSmoothing.classes(arguments, scores.shape(), axis, choices));
  }

  Real[] exact(Slices slices, int s, Stage stage) {
    Real[] targets = new Real[slices.length()];
    for (int k = 0; k < targets.length; k++) {
      targets[k] = LabelSmoothing.smooth(label(slices, s, k), alpha, classes, stage);
    }
    return targets;
  }

  double[] estimate(Slices slices, int s) {
    double[] targets = new double[slices.length()];
    for (int k = 0; k < targets.length; k++) {
      targets[k] = LabelSmoothing.smooth(label(slices, s, k), alpha, classes);
    }
    return targets;
  }

  private double label(Slices slices, int s, int k) {
    return labels.number(broadcast.source(slices.index(s, k)));
  }
}
