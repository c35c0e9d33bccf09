package io.crosscheck.verdict;

import io.crosscheck.exact.Balls;
import io.crosscheck.operation.Certified;
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

  private final Certified certified;
  private final Tolerance tolerance;
  private final OverBounds overBounds;
  private final Choices choices;
  private final Tensor result;
  private final DType dtype;
  private final int size;
  private final Tally tally;

  FirstLook(
      Certified certified,
      Tolerance tolerance,
      OverBounds overBounds,
      Choices choices,
      Tensor result,
      Tally tally) {
    this.certified = certified;
    this.tolerance = tolerance;
    this.overBounds = overBounds;
    this.choices = choices;
    this.result = result;
    this.dtype = result.dtype();
    this.size = dtype.isFloat() ? result.size() : 0;
    this.tally = tally;
  }

  /** Adds elements from {@code from} on to the tally; returns the first that is undecided. */
  int next(int from) {
    int i = from;
    while (i < size) {
      Balls balls = certified.balls(i);
      if (!balls.covers(i)) {
        return i;
      }
      i = plain(balls, i);
      if (balls.covers(i)) {
        if (!passes(balls, i)) {
          return i;
        }
        i++;
      }
    }
    return i;
  }

  /**
   * Adds elements that are no worse than others were, and normal numbers: most of a result, whose
   * whole bound needn't be known then. The sums are kept apart meanwhile, for a field that every
   * element waits for takes longer than all the rest. Returns the first that isn't like that.
   */
  private int plain(Balls balls, int from) {
    double limit = Math.min(tally.worstOverBound(), 1);
    double sum = 0;
    double signedSum = 0;
    double worst = 0;
    boolean fine = balls.relative() <= FINE * dtype.unitRoundoff();
    int end = fine ? balls.end() : from;
    int i = from;
    while (i < end) {
      double exact = balls.estimate(i);
      double y = result.number(i);
      double most = balls.most(i, y);
      boolean normal = Math.abs(exact) >= dtype.smallestNormal();
      if (!normal || !(most < limit * tolerance.least(i, exact))) {
        break;
      }
      double ulps = dtype.ulps(most, exact);
      sum += ulps;
      signedSum += Math.copySign(ulps, y - exact);
      worst = Math.max(worst, ulps);
      tally.count(ulps);
      overBounds.add(i, exact, most, ulps, false);
      i++;
    }
    tally.add(i - from, sum, signedSum, worst);
    return i;
  }

  private boolean passes(Balls balls, int i) {
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
