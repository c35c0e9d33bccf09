package io.crosscheck.verdict;

/** Functions of float32 numbers that the programs of the bounds tests are made of. */
final class FloatFunctions {

  private FloatFunctions() {}

  static float exp(float x) {
    return (float) Math.exp(x);
  }

  static float fastExp(float x) {
    return WrongSoftmaxes.FAST_EXP.exp(x);
  }

  static float ln(float x) {
    return (float) Math.log(x);
  }

  static float max(float[] x) {
    return WrongSoftmaxes.TWICE.max(x);
  }

  static float sum(float[] terms) {
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  interface Scalar {
    float apply(float x);
  }

  static float[] each(float[] x, Scalar function) {
    float[] y = x.clone();
    for (int k = 0; k < y.length; k++) {
      y[k] = function.apply(x[k]);
    }
    return y;
  }

  /** Σ exp(x − max) with that exponential. */
  static float denominator(float[] x, Scalar exp) {
    float max = max(x);
    return sum(each(x, value -> exp.apply(value - max)));
  }
}
