package io.crosscheck.search;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Description;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Softmaxes with the faults that are hardest to see; every step is rounded to the format. */
enum WeakSoftmax {
  /** None: with an exponential within an ulp, and a pairwise sum. */
  HONEST,
  /** 1e-7 added to the denominator, "for stability". */
  EPSILON {
    @Override
    double sum(double[] terms, DType dtype) {
      return dtype.round(super.sum(terms, dtype) + dtype.round(1e-7));
    }
  },
  /** One chain of additions. */
  ONE_CHAIN {
    @Override
    double sum(double[] terms, DType dtype) {
      double sum = 0;
      for (double term : terms) {
        sum = dtype.round(sum + term);
      }
      return sum;
    }
  },
  /** 2^x as a power of two and a polynomial of degree 5, off by up to 2.4e-6. */
  SHORT_POLYNOMIAL {
    @Override
    double exp(double d, DType dtype) {
      double x = d / Math.log(2);
      double whole = Math.rint(x);
      double r = (x - whole) * Math.log(2);
      double sum = 1 + r * (1 + r / 2 * (1 + r / 3 * (1 + r / 4 * (1 + r / 5))));
      return dtype.round(sum * Math.pow(2, whole));
    }
  },
  /** The exponentials of the logits as they are. */
  NO_SHIFT {
    @Override
    double max(double[] x) {
      return 0;
    }
  },
  /** The reciprocal of the denominator rounded to the format before it is multiplied. */
  ROUNDED_RECIPROCAL {
    @Override
    double quotient(double term, double sum, DType dtype) {
      return dtype.round(term * dtype.round(1 / sum));
    }
  },
  /** The same of exponentials that are rounded to the format too. */
  ROUNDED_THROUGHOUT {
    @Override
    double exp(double d, DType dtype) {
      return dtype.round(super.exp(d, dtype));
    }

    @Override
    double quotient(double term, double sum, DType dtype) {
      return dtype.round(term * dtype.round(1 / sum));
    }
  };

  double max(double[] x) {
    double max = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      max = Math.max(max, value);
    }
    return max;
  }

  double exp(double d, DType dtype) {
    return working(dtype).round(Math.exp(working(dtype).round(d)));
  }

  double sum(double[] terms, DType dtype) {
    return pairwise(terms, 0, terms.length, working(dtype));
  }

  double quotient(double term, double sum, DType dtype) {
    return dtype.round(term / sum);
  }

  /** What arithmetic is done in. */
  private static DType working(DType dtype) {
    return dtype.isHalf() ? DType.FLOAT32 : dtype;
  }

  private static double pairwise(double[] terms, int from, int to, DType dtype) {
    if (to - from == 1) {
      return terms[from];
    }
    int middle = (from + to) / 2;
    return dtype.round(pairwise(terms, from, middle, dtype) + pairwise(terms, middle, to, dtype));
  }

  Backend backend() {
    Set<DType> floats = EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);
    return new Weak(Description.of(name(), "1", Map.of("softmax", floats)), this);
  }

  private Tensor compute(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    DType dtype = header.dtype();
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    double[] result = new double[logits.size()];
    for (int s = 0; s < slices.count(); s++) {
      double[] x = logits.toDoubles(slices.start(s), slices.stride(), slices.length());
      double max = max(x);
      for (int k = 0; k < x.length; k++) {
        x[k] = exp(x[k] - max, dtype);
      }
      double sum = sum(x, dtype);
      for (int k = 0; k < x.length; k++) {
        x[k] = quotient(x[k], sum, dtype);
      }
      slices.scatter(x, s, result);
    }
    return Tensor.ofNumbers(dtype, header.shape(), result);
  }

  private static final class Weak extends CheckedBackend {
    Weak(Description description, WeakSoftmax softmax) {
      super(description, Map.of("softmax", softmax::compute), Choices.defaults());
    }
  }
}
