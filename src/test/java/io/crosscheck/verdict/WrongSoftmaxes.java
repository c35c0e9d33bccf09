package io.crosscheck.verdict;

import java.util.function.UnaryOperator;

/** Softmaxes in float32, each wrong in one way that has been seen in the field. */
enum WrongSoftmaxes implements UnaryOperator<float[]> {
  /** exp of the logits themselves overflows past 88.8. */
  NO_SHIFT {
    @Override
    float max(float[] x) {
      return 0;
    }
  },
  /** An exponential with a relative error of up to 1e-4. */
  FAST_EXP {
    @Override
    float exp(float d) {
      return (float) (Math.exp(d) * (1 + 1e-4 * Math.sin(37 * d)));
    }
  },
  /** Schraudolph's: the logit written into the exponent bits, 3 % off. */
  SCHRAUDOLPH {
    @Override
    float exp(float d) {
      return d < -87 ? 0 : Float.intBitsToFloat((int) (12102203.0 * d + 1064866805.0));
    }
  },
  /** Softmax of a softmax. */
  TWICE {
    @Override
    public float[] apply(float[] x) {
      return HonestSoftmaxes.FLOAT64_SUM.apply(HonestSoftmaxes.FLOAT64_SUM.apply(x));
    }
  },
  /** The exponentials, not divided by their sum. */
  NOT_NORMALISED {
    @Override
    float sum(float[] terms) {
      return 1;
    }
  },
  /** Probabilities clipped to 1e-7. */
  CLIPPED {
    @Override
    public float[] apply(float[] x) {
      float[] y = super.apply(x);
      for (int k = 0; k < y.length; k++) {
        y[k] = Math.max(y[k], 1e-7f);
      }
      return y;
    }
  },
  /** One chain of float32 additions. */
  SEQUENTIAL_SUM {
    @Override
    float sum(float[] terms) {
      float sum = 0;
      for (float term : terms) {
        sum += term;
      }
      return sum;
    }
  };

  @Override
  public float[] apply(float[] x) {
    float max = max(x);
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

  float max(float[] x) {
    float max = Float.NEGATIVE_INFINITY;
    for (float value : x) {
      max = Math.max(max, value);
    }
    return max;
  }

  float exp(float d) {
    return (float) Math.exp(d);
  }

  float sum(float[] terms) {
    return HonestSoftmaxes.FLOAT64_SUM.sum(terms);
  }

  /** The logarithm of a float32 softmax in place of a log-softmax. */
  static float[] logOfSoftmax(float[] x) {
    float[] y = HonestSoftmaxes.FLOAT64_SUM.apply(x);
    for (int k = 0; k < y.length; k++) {
      y[k] = (float) Math.log(y[k]);
    }
    return y;
  }
}
