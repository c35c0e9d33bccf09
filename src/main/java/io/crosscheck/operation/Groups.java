package io.crosscheck.operation;

import io.crosscheck.tensor.Shape;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The steps [B, T] that sequence_loss averages together: all, a row's, a column's or each alone.
 */
record Groups(int batch, int timesteps, boolean acrossTimesteps, boolean acrossBatch) {

  static Groups of(Arguments arguments, Shape steps) {
    return new Groups(
        steps.length(0),
        steps.length(1),
        arguments.flag("average_across_timesteps"),
        arguments.flag("average_across_batch"));
  }

  boolean keepsAll() {
    return !acrossTimesteps && !acrossBatch;
  }

  /** The shape of one number for each group. */
  Shape shape() {
    if (keepsAll()) {
      return Shape.of(batch, timesteps);
    }
    if (acrossTimesteps && acrossBatch) {
      return Shape.of();
    }
    return acrossTimesteps ? Shape.of(batch) : Shape.of(timesteps);
  }

  int count() {
    return shape().size();
  }

  /** The flat indices of the steps of group {@code g}. */
  int[] steps(int g) {
    if (acrossTimesteps && acrossBatch) {
      return IntStream.range(0, batch * timesteps).toArray();
    }
    return acrossTimesteps
        ? IntStream.range(0, timesteps).map(t -> g * timesteps + t).toArray()
        : IntStream.range(0, batch).map(b -> b * timesteps + g).toArray();
  }

  double sum(int g, IntToDoubleFunction term) {
    double sum = 0;
    for (int i : steps(g)) {
      sum += term.applyAsDouble(i);
    }
    return sum;
  }
}
