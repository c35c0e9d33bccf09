package io.crosscheck.mutant;

import io.crosscheck.tensor.DType;

/**
 * How an honest implementation computes with the exponentials of a slice. Numbers are held in
 * doubles and rounded after each operation. What is here is the textbook's way; a variant changes
 * one thing.
 */
interface Arithmetic {

  /** What numbers are computed in, float32 for tensors of 16 bits, and stored in. */
  record Format(DType computing, DType stored) {

    static Format of(DType dtype) {
      return new Format(dtype.isHalf() ? DType.FLOAT32 : dtype, dtype);
    }

    double round(double y) {
      return computing.round(y);
    }
  }

  /** What is subtracted from every logit, and the sum of the exponentials after that. */
  record Sum(double shift, double sum) {}

  default double shift(double[] x, Format format) {
    return Floats.max(x);
  }

  default double exp(double d, Format format) {
    return format.round(Math.exp(d));
  }

  default double ln(double sum, Format format) {
    return format.round(Math.log(sum));
  }

  default double add(double[] terms, Format format) {
    return pairwise(terms, 0, terms.length, format);
  }

  /** The softmax of an element {@code d} above the shift. */
  default double probability(double d, double sum, Format format) {
    return format.round(exp(d, format) / sum);
  }

  default double sigmoid(double x, Format format) {
    double e = exp(-Math.abs(x), format);
    return format.round((x < 0 ? e : 1) / format.round(1 + e));
  }

  /** ln(1 + e^x). */
  default double softplus(double x, Format format) {
    double rest = format.round(Math.log1p(exp(-Math.abs(x), format)));
    return format.round(Math.max(x, 0) + rest);
  }

  default Sum sum(double[] x, Format format) {
    double shift = shift(x, format);
    double[] powers = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      powers[k] = exp(format.round(x[k] - shift), format);
    }
    return new Sum(shift, add(powers, format));
  }

  /** What is stored of a result or, in a variant, of a power. */
  default double stored(double y, Format format) {
    return format.stored().round(y);
  }

  static double pairwise(double[] terms, int from, int to, Format format) {
    if (to - from <= 2) {
      return to - from == 2 ? format.round(terms[from] + terms[from + 1]) : terms[from];
    }
    int middle = (from + to) >>> 1;
    return format.round(
        pairwise(terms, from, middle, format) + pairwise(terms, middle, to, format));
  }
}
