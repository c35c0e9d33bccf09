package io.crosscheck.backend.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
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

  /** Replaces each x by exp(x − max) and returns their sum; max must be finite. */
  static double exponentials(float[] x, float max) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector low = DoubleVector.zero(SUMS);
    DoubleVector high = DoubleVector.zero(SUMS);
    FloatVector top = FloatVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector e = FloatExp.of(top.sub(FloatVector.fromArray(SPECIES, x, i)));
      e.intoArray(x, i);
      low = low.add(e.convertShape(VectorOperators.F2D, SUMS, 0));
      high = high.add(e.convertShape(VectorOperators.F2D, SUMS, 1));
    }
    double sum = low.add(high).reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < x.length; i++) {
      x[i] = FloatExp.of(max - x[i]);
      sum += x[i];
    }
    return sum;
  }

  /**
   * Σ exp(x − max) without one of the elements that equal max, so that a sum of tiny others isn't lost
   * beside 1; max must be finite.
   */
  static double sumOfOthers(float[] x, float max) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector low = DoubleVector.zero(SUMS);
    DoubleVector high = DoubleVector.zero(SUMS);
    IntVector largest = IntVector.zero(IntVector.SPECIES_PREFERRED);
    FloatVector top = FloatVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector d = top.sub(FloatVector.fromArray(SPECIES, x, i));
      // 1 where d = 0: only there the bits, less 1, are negative.
      IntVector equal = d.reinterpretAsInts().sub(1).lanewise(VectorOperators.LSHR, 31);
      largest = largest.add(equal);
      FloatVector e = FloatExp.of(d);
      FloatVector others = e.reinterpretAsInts().and(equal.sub(1)).reinterpretAsFloats();
      low = low.add(others.convertShape(VectorOperators.F2D, SUMS, 0));
      high = high.add(others.convertShape(VectorOperators.F2D, SUMS, 1));
    }
    double sum = low.add(high).reduceLanes(VectorOperators.ADD);
    int equal = largest.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < x.length; i++) {
      if (x[i] == max) {
        equal++;
      } else {
        sum += FloatExp.of(max - x[i]);
      }
    }
    return sum + (equal - 1);
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
