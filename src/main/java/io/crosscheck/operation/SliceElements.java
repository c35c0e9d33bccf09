package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** A result of the arguments' shape that is computed slice by slice. */
final class SliceElements implements ExactElements {

  /** Slices of fewer elements are computed several at a time. */
  private static final int NEIGHBOURS = 4096;

  private final Slices slices;
  private final Balls balls;
  private final IntFunction<ResultSlice> compute;
  private final Map<Integer, ResultSlice> known = new HashMap<>();

  SliceElements(Slices slices, Stage stage, IntFunction<ResultSlice> compute) {
    this.slices = slices;
    this.compute = compute;
    this.balls = Balls.of(stage, Math.min(slices.count() * slices.length(), together()));
    balls.moveTo(0, 0);
  }

  @Override
  public Real at(int i) {
    return known.computeIfAbsent(slices.sliceOf(i), compute::apply).at(slices.positionOf(i));
  }

  @Override
  public Balls balls(int i) {
    if (balls.room() > 0 && !balls.covers(i)) {
      fill(i / together() * together());
    }
    return balls;
  }

  /** How many elements are enclosed at a time: all of the slices that lie between each other. */
  private int together() {
    int block = Math.max(1, slices.length() * slices.stride());
    return Math.max(1, NEIGHBOURS / block) * block;
  }

  private void fill(int first) {
    int count = Math.min(balls.room(), slices.count() * slices.length() - first);
    balls.moveTo(first, count);
    int from = slices.sliceOf(first);
    for (int s = from; s < from + count / slices.length(); s++) {
      int start = slices.start(s);
      ResultSlice slice = compute.apply(s);
      if (!slice.fill(balls, start, slices.stride())) {
        known.put(s, slice);
        balls.forget(start, slices.stride(), slices.length());
      }
    }
  }

  /** Every element. */
  Real[] all() {
    Real[] result = new Real[slices.count() * slices.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = at(i);
    }
    return result;
  }
}
