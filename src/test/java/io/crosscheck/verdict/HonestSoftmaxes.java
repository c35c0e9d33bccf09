package io.crosscheck.verdict;

import java.util.function.UnaryOperator;

/** Softmaxes in float32 as good implementations write them; they differ in exp and in the sum. */
enum HonestSoftmaxes implements UnaryOperator<float[]> {
  /** The denominator in float64. */
  FLOAT64_SUM {
    @Override
    float sum(float[] terms) {
      double sum = 0;
      for (float term : terms) {
        sum += term;
      }
      return (float) sum;
    }
  },
  /** A float32 sum with Kahan's compensation. */
  KAHAN {
    @Override
    float sum(float[] terms) {
      float sum = 0;
      float lost = 0;
      for (float term : terms) {
        float corrected = term - lost;
        float next = sum + corrected;
        lost = (next - sum) - corrected;
        sum = next;
      }
      return sum;
    }
  },
  /** Halves added, down to chains of 16. */
  PAIRWISE {
    @Override
    float sum(float[] terms) {
      return pairwise(terms, 0, terms.length);
    }
  },
  /** Sixteen lanes over blocks of 1,024, each lane a chain of 64; block sums in float64. */
  BLOCKS {
    @Override
    float sum(float[] terms) {
      double sum = 0;
      for (int start = 0; start < terms.length; start += 1024) {
        float[] lanes = new float[16];
        for (int k = start; k < Math.min(start + 1024, terms.length); k++) {
          lanes[k % 16] += terms[k];
        }
        sum += pairwise(lanes, 0, 16);
      }
      return (float) sum;
    }
  },
  /** 2^(d·log2 e) with the product rounded to float32, as GPUs do; a pairwise sum. */
  POWERS_OF_TWO {
    @Override
    float exp(float d) {
      return (float) Math.pow(2, d * 1.44269504f);
    }

    @Override
    float sum(float[] terms) {
      return pairwise(terms, 0, terms.length);
    }
  };

  @Override
  public float[] apply(float[] x) {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : x) {
      max = Math.max(max, value);
    }
    float[] y = new float[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = exp(x[k] - max);
    }
    float sum = sum(y);
    for (int k = 0; k < y.length; k++) {
      y[k] /= sum;
    }
    return y;
  }

  float exp(float d) {
    return (float) Math.exp(d);
  }

  abstract float sum(float[] terms);

  static float pairwise(float[] terms, int from, int to) {
    if (to - from > 16) {
      int middle = (from + to) / 2;
      return pairwise(terms, from, middle) + pairwise(terms, middle, to);
    }
    float sum = 0;
    for (int k = from; k < to; k++) {
      sum += terms[k];
    }
    return sum;
  }
}
