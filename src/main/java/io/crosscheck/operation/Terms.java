package io.crosscheck.operation;

import io.crosscheck.tensor.DType;

/**
 * The recurring terms of the error bounds, in a profile, for one unit roundoff and under choices: a
 * bound is that of the value which the choices make exact.
 *
 * <p>S(n) bounds the relative error, in units of u, of a sum of n positive terms: within blocks of
 * at most 256 sequential additions joined by a tree of depth log2 n (standard); one chain per lane
 * of at least eight (relaxed); compensated or in a wider type, and so covered by the constants
 * (strict).
 *
 * <p>Bounds are published beside the vectors: their functions are those of StrictMath, which are
 * the same on every machine.
 *
 * @param profile how much is allowed
 * @param dtype of the result; 16-bit dtypes are computed in float32
 * @param choices those that the exact value was computed with
 */
public record Terms(Profile profile, DType dtype, Choices choices) {

  /** Under the reference's own choices. */
  public Terms(Profile profile, DType dtype) {
    this(profile, dtype, Choices.defaults());
  }

  /** Unit roundoff of the type computed in. */
  public double u() {
    return computed().unitRoundoff();
  }

  private DType computed() {
    return dtype.isHalf() ? DType.FLOAT32 : dtype;
  }

  /**
   * The relative error, in units of u, of an intermediate result that is stored in the dtype: what
   * a gradient takes over from the way forward, for one; 0 by the strict profile and where the
   * dtype is the one computed in.
   */
  public double stored() {
    return dtype.isHalf() && profile != Profile.STRICT ? dtype.unitRoundoff() / u() : 0;
  }

  /** S(n). */
  public double summation(int n) {
    double blocks = Math.min(n, 256) + log2(n);
    return switch (profile) {
      case STRICT -> 0;
      case STANDARD -> blocks;
      case RELAXED -> blocks + n / 8.0;
    };
  }

  /**
   * The last unit of a probability below the smallest normal number of the type that it is stored
   * in, which may be flushed; 0 above.
   */
  public double underflow(double probability) {
    DType kept = stored() > 0 ? dtype : computed();
    if (probability == 0 || probability >= kept.smallestNormal()) {
      return 0;
    }
    boolean flushed = choices.is(Choice.SUBNORMALS, "flushed");
    return flushed ? kept.smallestNormal() : kept.smallestSubnormal();
  }

  /** One of two constants: the strict profile's, or that of the others. */
  public double pick(double strict, double otherwise) {
    return profile == Profile.STRICT ? strict : otherwise;
  }

  /** The natural logarithm of a length, 0 for an empty one. */
  public static double ln(int n) {
    return n < 2 ? 0 : StrictMath.log(n);
  }

  private static double log2(int n) {
    return n < 2 ? 0 : StrictMath.log(n) / StrictMath.log(2);
  }
}
