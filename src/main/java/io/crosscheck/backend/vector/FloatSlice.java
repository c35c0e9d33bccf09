package io.crosscheck.backend.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes over one contiguous slice of floats: one vector per trip and no masks, since the
 * compiler gives up on anything larger; what doesn't fill a vector is done one by one.
 *
 * <p>Sums are kept in double lanes: a chain of float additions would lose a unit roundoff per
 * addition. They add exact floats with a relative error below n·2^-53.
 */
final class FloatSlice {

  private static final VectorSpecies<Float> SPECIES = FloatExp.SPECIES;
  private static final VectorSpecies<Double> SUMS = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private FloatSlice() {}

  /** The largest element; NaN if there is one, −Infinity for an empty slice. */
  static float max(float[] x) {
    int whole = SPECIES.loopBound(x.length);
    FloatVector lanes = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += LANES) {
      lanes = lanes.max(FloatVector.fromArray(SPECIES, x, i));
    }
    float max = lanes.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < x.length; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }

  /** Replaces each x by exp(x − max); max must be finite. */
  static void exponentials(float[] x, float max) {
    int whole = SPECIES.loopBound(x.length);
    FloatVector top = FloatVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      FloatExp.of(top.sub(FloatVector.fromArray(SPECIES, x, i))).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      x[i] = FloatExp.of(max - x[i]);
    }
  }

  /**
   * Σ e without one of the elements that equal 1, so that a sum of tiny others isn't lost beside
   * it. The elements are within [0, 1] and one at least is 1.
   */
  static double sumOfOthers(float[] e) {
    int whole = SPECIES.loopBound(e.length);
    DoubleVector low = DoubleVector.zero(SUMS);
    DoubleVector high = DoubleVector.zero(SUMS);
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector ones = zero;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector all = FloatVector.fromArray(SPECIES, e, i);
      FloatVector others = zero.blend(all, all.lt(1));
      // A count, exact up to 2^24 in each lane.
      ones = ones.add(all.sub(others));
      low = low.add(others.convertShape(VectorOperators.F2D, SUMS, 0));
      high = high.add(others.convertShape(VectorOperators.F2D, SUMS, 1));
    }
    double sum = low.add(high).reduceLanes(VectorOperators.ADD);
    double count = count(ones);
    for (int i = whole; i < e.length; i++) {
      sum += e[i] == 1 ? 0 : e[i];
      count += e[i] == 1 ? 1 : 0;
    }
    return sum + (count - 1);
  }

  private static double count(FloatVector ones) {
    double count = 0;
    for (float lane : ones.toArray()) {
      count += lane;
    }
    return count;
  }

  /** Multiplies each x by {@code factor}. */
  static void scale(float[] x, float factor) {
    int whole = SPECIES.loopBound(x.length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(SPECIES, x, i).mul(factor).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      x[i] *= factor;
    }
  }

  /** Replaces each x by 1/(1+exp(−x)): at most 4u, or 2 of the smallest subnormal. */
  static void sigmoid(float[] x) {
    int whole = SPECIES.loopBound(x.length);
    for (int i = 0; i < whole; i += LANES) {
      sigmoid(FloatVector.fromArray(SPECIES, x, i)).intoArray(x, i);
    }
    for (int i = whole; i < x.length; i++) {
      float small = FloatExp.of(Math.abs(x[i]));
      float p = (x[i] < 0 ? small : 1) / (1 + small);
      x[i] = Float.isNaN(x[i]) ? x[i] : p;
    }
  }

  private static FloatVector sigmoid(FloatVector x) {
    FloatVector small = FloatExp.of(x.abs());
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector p = one.blend(small, x.lt(0)).div(small.add(1));
    return p.blend(x, x.test(VectorOperators.IS_NAN));
  }
}
