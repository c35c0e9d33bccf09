package io.crosscheck.backend.vector;

import io.crosscheck.backend.CompensatedSum;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
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

  /** Replaces each x by exp(x − max) and returns their sum; max must be finite. */
  static double exponentials(double[] x, double max) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector lost = DoubleVector.zero(SPECIES);
    DoubleVector top = DoubleVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector e = DoubleExp.of(top.sub(DoubleVector.fromArray(SPECIES, x, i)));
      e.intoArray(x, i);
      DoubleVector next = sum.add(e);
      DoubleVector back = next.sub(sum);
      lost = lost.add(sum.sub(next.sub(back)).add(e.sub(back)));
      sum = next;
    }
    CompensatedSum total = total(sum, lost);
    for (int i = whole; i < x.length; i++) {
      x[i] = DoubleExp.of(max - x[i]);
      total.add(x[i]);
    }
    return total.value();
  }

  /** Σ exp(x − max) without one of the elements that equal max; max must be finite. */
  static double sumOfOthers(double[] x, double max) {
    int whole = SPECIES.loopBound(x.length);
    DoubleVector sum = DoubleVector.zero(SPECIES);
    DoubleVector lost = DoubleVector.zero(SPECIES);
    LongVector largest = LongVector.zero(LongVector.SPECIES_PREFERRED);
    DoubleVector top = DoubleVector.broadcast(SPECIES, max);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector d = top.sub(DoubleVector.fromArray(SPECIES, x, i));
      // 1 where d = 0: only there the bits, less 1, are negative.
      LongVector equal = d.reinterpretAsLongs().sub(1).lanewise(VectorOperators.LSHR, 63);
      largest = largest.add(equal);
      DoubleVector e =
          DoubleExp.of(d).reinterpretAsLongs().and(equal.sub(1)).reinterpretAsDoubles();
      DoubleVector next = sum.add(e);
      DoubleVector back = next.sub(sum);
      lost = lost.add(sum.sub(next.sub(back)).add(e.sub(back)));
      sum = next;
    }
    CompensatedSum total = total(sum, lost);
    total.add(largest.reduceLanes(VectorOperators.ADD) - 1);
    for (int i = whole; i < x.length; i++) {
      total.add(x[i] == max ? 1 : DoubleExp.of(max - x[i]));
    }
    return total.value();
  }

  private static CompensatedSum total(DoubleVector sum, DoubleVector lost) {
    CompensatedSum total = new CompensatedSum();
    for (int lane = 0; lane < LANES; lane++) {
      total.add(sum.lane(lane));
      total.add(lost.lane(lane));
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
