package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Broadcast;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;

/** Labels stretched to the shape of the logits and smoothed: t(1−α) + α/K. */
final class SmoothedLabels {

  private final Tensor labels;
  private final Broadcast broadcast;
  private final double kept;
  private final double added;

  /** The labels of {@code arguments}' smoothing over {@code classes} classes. */
  SmoothedLabels(Arguments arguments, Tensor labels, Shape shape, int classes) {
    double smoothing = arguments.number("label_smoothing");
    this.labels = labels;
    this.broadcast = Broadcast.of(labels.shape(), shape).orElseThrow();
    this.kept = 1 - smoothing;
    this.added = smoothing / classes;
  }

  /** The label of the element at flat index {@code index} of the logits. */
  double at(int index) {
    return labels.number(broadcast.source(index)) * kept + added;
  }
}
