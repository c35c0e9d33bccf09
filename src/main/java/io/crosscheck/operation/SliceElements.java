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

  private final Slices slices;
  private final Stage stage;
  private final IntFunction<ResultSlice> compute;
  private final Map<Integer, ResultSlice> known = new HashMap<>();

  SliceElements(Slices slices, Stage stage, IntFunction<ResultSlice> compute) {
    this.slices = slices;
    this.stage = stage;
    this.compute = compute;
  }

  @Override
  public Real at(int i) {
    return known.computeIfAbsent(slices.sliceOf(i), compute::apply).at(slices.positionOf(i));
  }

  @Override
  public Balls balls() {
    Balls balls = Balls.of(stage, slices.count() * slices.length());
    for (int s = 0; s < slices.count() && balls.size() > 0; s++) {
      int start = slices.start(s);
      if (!compute.apply(s).fill(balls, start, slices.stride())) {
        balls.forget(start, slices.stride(), slices.length());
      }
    }
    return balls;
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
