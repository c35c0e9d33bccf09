package io.crosscheck.verdict;

import io.crosscheck.exact.Balls;
import io.crosscheck.operation.Choices;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;

/**
 * The shortcut for the many: elements that pass, and are measured finely enough, by the first
 * stage's arrays alone. All others are left to the ladder.
 */
final class FirstLook {

  /** Half a width, in ulp, that measures finely enough. */
  private static final double FINE = ResultComparison.RESOLUTION / 2;

  private final Balls balls;
  private final Tolerance tolerance;
  private final OverBounds overBounds;
  private final Choices choices;
  private final Tensor result;
  private final DType dtype;
  private final int size;
  private final Tally tally;

  FirstLook(
      Balls balls,
      Tolerance tolerance,
      OverBounds overBounds,
      Choices choices,
      Tensor result,
      Tally tally) {
    this.balls = balls;
    this.tolerance = tolerance;
    this.overBounds = overBounds;
    this.choices = choices;
    this.result = result;
    this.dtype = result.dtype();
    this.size = dtype.isFloat() ? Math.min(balls.size(), result.size()) : 0;
    this.tally = tally;
  }

  /** Adds elements from {@code from} on to the tally; returns the first that is undecided. */
  int next(int from) {
    int i = from;
    while (i < size && passes(i)) {
      i++;
    }
    return i;
  }

  private boolean passes(int i) {
    double y = result.number(i);
    double exact = balls.estimate(i);
    if (Double.isNaN(exact)) {
      return false;
    }
    double most = balls.most(i, y);
    if (dtype.ulps(balls.radius(i), exact) > FINE) {
      return false;
    }
    double ulps = dtype.ulps(most, exact);
    boolean flushed = Tolerance.isFlushed(exact, dtype, choices);
    // Passed, and not the worst: most elements, whose whole bound needn't be known then.
    double least = tolerance.least(i, exact);
    if (least > 0 && most <= Math.min(tally.worstOverBound(), 1) * least) {
      tally.add(ulps, y - exact);
      overBounds.add(i, exact, most, ulps, flushed);
      return true;
    }
    double allowed = tolerance.allowed(i, exact, flushed);
    if (!(most <= allowed)) {
      return false;
    }
    // Elements that must be exact are allowed nothing, and not measured.
    if (allowed > 0) {
      tally.add(i, ulps, y - exact, most, allowed);
      overBounds.add(i, exact, most, ulps, flushed);
    }
    return true;
  }
}
