package io.crosscheck.operation;

import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/**
 * How far each element lies below the largest of its slice. Made for one pass in order: the slice
 * last asked about is remembered, since finding it would cost more than the rest of a bound.
 */
final class Shifts {

  private final Tensor logits;
  private final Slices slices;
  private final double[] largest;
  private int from;
  private int to;
  private double max;

  /** Distances from {@code largest}, one number for each slice of the logits. */
  Shifts(Tensor logits, Slices slices, double[] largest) {
    this.logits = logits;
    this.slices = slices;
    this.largest = largest;
  }

  /** Distances from the largest element of each slice. */
  static Shifts of(Tensor logits, Slices slices) {
    // Neighbours are still at hand when their turn comes; scattered ones are better read once.
    boolean contiguous = slices.stride() == 1;
    return new Shifts(logits, slices, contiguous ? new double[0] : Maxima.of(slices, logits));
  }

  /** |x_i − max|, 0 where it isn't a finite number: such elements have exact special results. */
  double at(int i) {
    if (i < from || i >= to) {
      locate(i);
    }
    double shift = Math.abs(logits.number(i) - max);
    return shift < Double.POSITIVE_INFINITY ? shift : 0;
  }

  private void locate(int i) {
    int slice = slices.sliceOf(i);
    boolean contiguous = slices.stride() == 1;
    from = contiguous ? slices.start(slice) : i;
    to = contiguous ? from + slices.length() : i + 1;
    max = largest.length == 0 ? Maxima.of(logits, from, slices.length(), 1) : largest[slice];
  }
}
