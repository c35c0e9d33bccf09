package io.crosscheck.mutant;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Small float computations that are wrong in one way, for mutants. */
final class Floats {

  private Floats() {}

  /** A function of one slice of numbers, with the dtype that they are rounded to at each step. */
  interface OfSlice {
    double[] apply(double[] slice, DType dtype);
  }

  /** Applies {@code function} to each slice along the attribute axis, −1 if there is none. */
  static Tensor alongAxis(Tensor x, Object axisAttribute, OfSlice function) {
    long axis = axisAttribute instanceof Long given ? given : -1;
    int rank = x.shape().rank();
    if (axis < -rank || axis >= rank) {
      return x;
    }
    Slices slices = Slices.of(x.shape(), (int) (axis < 0 ? axis + rank : axis));
    double[] result = new double[x.size()];
    for (int s = 0; s < slices.count(); s++) {
      double[] slice = new double[slices.length()];
      for (int k = 0; k < slice.length; k++) {
        slice[k] = x.number(slices.index(s, k));
      }
      double[] y = function.apply(slice, x.dtype());
      for (int k = 0; k < slice.length; k++) {
        result[slices.index(s, k)] = y[k];
      }
    }
    return Tensor.ofNumbers(x.dtype(), x.shape(), result);
  }

  /**
   * exp(x) / Σ exp(x) with every step rounded to the dtype, shifted by {@code shift} of the slice.
   */
  static double[] softmax(double[] x, DType dtype, UnaryOperator<double[]> shift) {
    double[] shifted = shift.apply(x);
    double[] e = new double[x.length];
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      e[k] = dtype.round(Math.exp(dtype.round(shifted[k])));
      sum = dtype.round(sum + e[k]);
    }
    for (int k = 0; k < x.length; k++) {
      e[k] = e[k] / sum;
    }
    return e;
  }

  static double max(double[] x) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      max = Math.max(max, value);
    }
    return max;
  }

  static double[] minusMax(double[] x) {
    double max = max(x);
    double[] shifted = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      shifted[k] = x[k] - max;
    }
    return shifted;
  }

  static Tensor each(Tensor x, java.util.function.DoubleUnaryOperator function) {
    double[] y = x.toDoubles();
    for (int i = 0; i < y.length; i++) {
      y[i] = function.applyAsDouble(y[i]);
    }
    return Tensor.ofNumbers(x.dtype(), x.shape(), y);
  }

  static Tensor eachInteger(Tensor x, java.util.function.LongUnaryOperator function) {
    long[] y = x.toLongs();
    for (int i = 0; i < y.length; i++) {
      y[i] = function.applyAsLong(y[i]);
    }
    return Tensor.ofIntegers(x.dtype(), x.shape(), y);
  }

  /**
   * A function of the elements of two tensors of one size, in the dtype and shape of the second.
   */
  static Tensor zip(Tensor a, Tensor b, java.util.function.DoubleBinaryOperator function) {
    double[] y = b.toDoubles();
    for (int i = 0; i < y.length; i++) {
      y[i] = function.applyAsDouble(a.number(i), y[i]);
    }
    return Tensor.ofNumbers(b.dtype(), b.shape(), y);
  }

  /** The mean of all elements, as a scalar. */
  static Tensor mean(Tensor x) {
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      sum += x.number(i);
    }
    return Tensor.ofNumbers(x.dtype(), Shape.of(), sum / x.size());
  }
}
