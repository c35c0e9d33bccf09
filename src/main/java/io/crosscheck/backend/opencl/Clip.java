package io.crosscheck.backend.opencl;

/**
 * Where probabilities are clipped to [ε, 1 − ε]. The logarithms of the ends are those of ε in
 * double: 1 − ε in float32 may be off by a good part of ε.
 *
 * @param low the smallest number of the precision that needs no clip
 * @param high the largest one
 */
record Clip(double low, double high, double logOfLow, double logOfHigh) {

  static Clip of(double epsilon, Precision precision) {
    return new Clip(
        precision.ceiling(epsilon),
        precision.floor(1 - epsilon),
        Math.log(epsilon),
        Math.log1p(-epsilon));
  }

  void pass(Call call) {
    call.real(low).real(high).real(logOfLow).real(logOfHigh);
  }
}
