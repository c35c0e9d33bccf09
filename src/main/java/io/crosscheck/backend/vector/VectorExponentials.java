package io.crosscheck.backend.vector;

import io.crosscheck.backend.Exponentials;
import io.crosscheck.backend.LogSums;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/**
 * Exponentials of slices in vector lanes: of floats for float32 and the 16-bit dtypes, of doubles
 * for float64. A slice is gathered into a contiguous buffer, whatever its axis.
 *
 * <p>Error of softmax in units of u (2^-24 or 2^-53): |x − max| from the rounded shift and at most
 * ln n from the same in the denominator; exp 1.7 above and 1.7 below the fraction bar; sum and
 * scaling 2: within u·p·(6 + |x − max| + ln n), inside the strict bound, and 2 of the smallest
 * subnormal.
 */
final class VectorExponentials implements Exponentials {

  @Override
  public double[] softmax(Tensor logits, Slices slices) {
    double[] x = logits.toDoubles();
    if (logits.dtype() == DType.FLOAT64) {
      double[] slice = new double[slices.length()];
      for (int s = 0; s < slices.count(); s++) {
        gather(x, slices, s, slice);
        softmax(slice);
        scatter(slice, slices, s, x);
      }
    } else {
      float[] slice = new float[slices.length()];
      for (int s = 0; s < slices.count(); s++) {
        gather(x, slices, s, slice);
        softmax(slice);
        scatter(slice, slices, s, x);
      }
    }
    return x;
  }

  private static void softmax(float[] slice) {
    float max = FloatSlice.max(slice);
    if (Float.isFinite(max)) {
      FloatSlice.exponentials(slice, max);
      FloatSlice.scale(slice, (float) (1 / (1 + FloatSlice.sumOfOthers(slice))));
    } else {
      Arrays.fill(slice, Float.NaN);
    }
  }

  private static void softmax(double[] slice) {
    double max = DoubleSlice.max(slice);
    if (Double.isFinite(max)) {
      DoubleSlice.exponentials(slice, max);
      DoubleSlice.divide(slice, 1 + DoubleSlice.sumOfOthers(slice));
    } else {
      Arrays.fill(slice, Double.NaN);
    }
  }

  @Override
  public LogSums logSums(Tensor logits, Slices slices) {
    double[] x = logits.toDoubles();
    LogSums sums = LogSums.of(slices);
    if (logits.dtype() == DType.FLOAT64) {
      double[] slice = new double[slices.length()];
      for (int s = 0; s < slices.count(); s++) {
        gather(x, slices, s, slice);
        setLogSum(sums, s, slice);
      }
    } else {
      float[] slice = new float[slices.length()];
      for (int s = 0; s < slices.count(); s++) {
        gather(x, slices, s, slice);
        setLogSum(sums, s, slice);
      }
    }
    return sums;
  }

  private static void setLogSum(LogSums sums, int s, float[] slice) {
    float max = FloatSlice.max(slice);
    if (Float.isFinite(max)) {
      FloatSlice.exponentials(slice, max);
      sums.set(s, max, FloatSlice.sumOfOthers(slice));
    } else {
      sums.set(s, max, 0);
    }
  }

  private static void setLogSum(LogSums sums, int s, double[] slice) {
    double max = DoubleSlice.max(slice);
    if (Double.isFinite(max)) {
      DoubleSlice.exponentials(slice, max);
      sums.set(s, max, DoubleSlice.sumOfOthers(slice));
    } else {
      sums.set(s, max, 0);
    }
  }

  @Override
  public double[] sigmoid(Tensor logits) {
    double[] x = logits.toDoubles();
    if (logits.dtype() == DType.FLOAT64) {
      DoubleSlice.sigmoid(x);
    } else {
      float[] floats = logits.toFloats();
      FloatSlice.sigmoid(floats);
      Arrays.setAll(x, i -> floats[i]);
    }
    return x;
  }

  private static void gather(double[] from, Slices slices, int s, double[] to) {
    for (int k = 0, i = slices.start(s); k < to.length; k++, i += slices.stride()) {
      to[k] = from[i];
    }
  }

  private static void gather(double[] from, Slices slices, int s, float[] to) {
    for (int k = 0, i = slices.start(s); k < to.length; k++, i += slices.stride()) {
      to[k] = (float) from[i];
    }
  }

  private static void scatter(double[] from, Slices slices, int s, double[] to) {
    for (int k = 0, i = slices.start(s); k < from.length; k++, i += slices.stride()) {
      to[i] = from[k];
    }
  }

  private static void scatter(float[] from, Slices slices, int s, double[] to) {
    for (int k = 0, i = slices.start(s); k < from.length; k++, i += slices.stride()) {
      to[i] = from[k];
    }
  }
}
