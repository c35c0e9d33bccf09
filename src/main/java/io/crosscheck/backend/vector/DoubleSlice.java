package io.crosscheck.backend.vector;

import io.crosscheck.backend.CompensatedSum;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes over one contiguous slice of doubles, as {@link FloatSlice} has them. Each lane keeps
 * what its additions round away (Knuth's TwoSum), so that a sum is as good as rounded once.
 */
final class DoubleSlice {

  private static final VectorSpecies<Double> SPECIES = DoubleExp.SPECIES;
  private static final int LANES = SPECIES.length();

  private DoubleSlice() {}

  /** The largest element; NaN if there is one, −Infinity for an empty slice. */
  static double max(double[] x) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector lanes = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += LANES) {
      lanes = lanes.max(DoubleVector.fromArray(SPECIES, x, i));
    }
    double max = lanes.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  /** Replaces each x by exp(x − max); max must be finite. */
  static void exponentials(double[] x, double max) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector top = DoubleVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      DoubleExp.of(top.sub(DoubleVector.fromArray(SPECIES, x, i))).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      x[i] = DoubleExp.of(max - x[i]);
    }
  }

  /** Σ e without one of the elements that equal 1; all are within [0, 1] and one at least is 1. */
  static double sumOfOthers(double[] e) {
    int whole = SPECIES.loopBound(e.length);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector lost = DoubleVector.zero(SPECIES);
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector ones = zero;
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector all = DoubleVector.fromArray(SPECIES, e, i);
      DoubleVector others = zero.blend(all, all.lt(1));
      ones = ones.add(all.sub(others));
      DoubleVector next = sum.add(others);
      DoubleVector back = next.sub(sum);
      lost = lost.add(sum.sub(next.sub(back)).add(others.sub(back)));
      sum = next;
    }
    CompensatedSum total = total(sum, lost);
    double count = ones.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < e.length; i++) {
      total.add(e[i] == 1 ? 0 : e[i]);
      count += e[i] == 1 ? 1 : 0;
    }
    total.add(count - 1);
    return total.value();
  }

  private static CompensatedSum total(DoubleVector sum, DoubleVector lost) {
    CompensatedSum total = new CompensatedSum();
    for (double lane : sum.toArray()) {
      total.add(lane);
    }
    for (double lane : lost.toArray()) {
      total.add(lane);
    }
    return total;
  }

  /** Divides each x by {@code divisor}. */
  static void divide(double[] x, double divisor) {
    int whole = SPECIES.loopBound(x.length);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector.fromArray(SPECIES, x, i).div(divisor).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      x[i] /= divisor;
    }
  }

  /** Replaces each x by 1/(1+exp(−x)): at most 4u, or 2 of the smallest subnormal. */
  static void sigmoid(double[] x) {
    int whole = SPECIES.loopBound(x.length);
    for (int i = 0; i < whole; i += LANES) {
      sigmoid(DoubleVector.fromArray(SPECIES, x, i)).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      double small = DoubleExp.of(Math.abs(x[i]));
      double p = (x[i] < 0 ? small : 1) / (1 + small);
      x[i] = Double.isNaN(x[i]) ? x[i] : p;
    }
  }

  private static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector small = DoubleExp.of(x.abs());
    DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
    DoubleVector p = one.blend(small, x.lt(0)).div(small.add(1));
    return p.blend(x, x.test(VectorOperators.IS_NAN));
  }
}
