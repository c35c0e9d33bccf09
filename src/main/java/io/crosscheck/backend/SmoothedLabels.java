package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Broadcast;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/** Labels stretched to the shape of the logits and smoothed: t(1−α) + α/K. */
final class SmoothedLabels {

  private final Tensor labels;
  private final Broadcast broadcast;
  private final double kept;
  private final double added;

  /** The labels of {@code arguments}' smoothing over {@code classes} classes. */
  SmoothedLabels(Arguments arguments, Tensor labels, Shape shape, int classes) {
    this(labels, shape, arguments.number("label_smoothing"), classes);
  }

  private SmoothedLabels(Tensor labels, Shape shape, double smoothing, int classes) {
    this.labels = labels;
    this.broadcast = Broadcast.of(labels.shape(), shape).orElseThrow();
    this.kept = 1 - smoothing;
    this.added = smoothing / classes;
  }

  /** smooth_labels; α = 0 leaves even an infinity as it is. */
  static Tensor smooth(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    double alpha = arguments.number("alpha");
    if (alpha == 0) {
      return labels;
    }
    int classes = labels.shape().length(arguments.axis(labels.shape()));
    SmoothedLabels smoothed = new SmoothedLabels(labels, labels.shape(), alpha, classes);
    double[] values = new double[labels.size()];
    Arrays.setAll(values, smoothed::at);
    return Results.of(header, values);
  }

  /** The label of the element at flat index {@code index} of the logits. */
  double at(int index) {
    return labels.number(broadcast.source(index)) * kept + added;
  }
}
