package io.crosscheck.verdict;

/** Losses of one slice in float32, each step rounded, as good libraries write them. */
final class HonestLosses {

  private HonestLosses() {}

  interface OfTwo {
    float apply(float[] target, float[] other);
  }

  private static float ln(float x) {
    return (float) Math.log(x);
  }

  /** t·ln(t/o), as SciPy's relative entropy. */
  static float ofQuotients(float[] t, float[] o) {
    float[] terms = new float[t.length];
    for (int k = 0; k < t.length; k++) {
      terms[k] = t[k] == 0 ? 0 : t[k] * ln(t[k] / o[k]);
    }
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  /** t·(ln t − ln o), as optax. */
  static float ofDifferences(float[] t, float[] o) {
    float[] terms = new float[t.length];
    for (int k = 0; k < t.length; k++) {
      terms[k] = t[k] == 0 ? 0 : t[k] * (ln(t[k]) - ln(o[k]));
    }
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  /** t·ln t − t·ln o, as PyTorch, which is given ln o. */
  static float ofProducts(float[] t, float[] o) {
    float[] terms = new float[t.length];
    for (int k = 0; k < t.length; k++) {
      terms[k] = t[k] == 0 ? 0 : t[k] * ln(t[k]) - t[k] * ln(o[k]);
    }
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  /** α·(1 − p)^γ of the softmax, times the log-softmax. */
  static float ofSubtraction(float[] t, float[] x, float gamma) {
    float[] p = HonestSoftmaxes.PAIRWISE.apply(x);
    float[] l = logSoftmax(x);
    float[] terms = new float[t.length];
    for (int k = 0; k < t.length; k++) {
      terms[k] = 0.25f * t[k] * (float) Math.pow(1 - p[k], gamma) * -l[k];
    }
    return HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  /** α·exp(γ ln(1 − p)) with 1 − p = −expm1(ln p). */
  static float ofLogarithms(float[] t, float[] x, float gamma) {
    float[] l = logSoftmax(x);
    float[] terms = new float[t.length];
    for (int k = 0; k < t.length; k++) {
      float q = (float) -Math.expm1(l[k]);
      float weight = (float) Math.exp(gamma * ln(q));
      terms[k] = t[k] * (weight * -l[k]);
    }
    return 0.25f * HonestSoftmaxes.pairwise(terms, 0, terms.length);
  }

  static float[] logSoftmax(float[] x) {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : x) {
      max = Math.max(max, value);
    }
    float[] e = new float[x.length];
    for (int k = 0; k < e.length; k++) {
      e[k] = (float) Math.exp(x[k] - max);
    }
    float log = ln(HonestSoftmaxes.pairwise(e, 0, e.length));
    for (int k = 0; k < e.length; k++) {
      e[k] = x[k] - max - log;
    }
    return e;
  }
}
