package io.crosscheck.backend.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * exp(−d) of floats d ≥ 0, +Infinity and subnormal results included; not for NaN.
 *
 * <p>d = n·ln 2 + r with |r| ≤ ln 2 / 2, the multiple in two parts of which the first, 16 bits
 * long, is subtracted without rounding; e^−r is the polynomial of degree 6 that is nearest in
 * relative terms (Remez, error 2^-27.9). With u = 2^-24: polynomial 0.07u, r 0.25u, its
 * multiplication by about −1 and the last addition 0.35u + 1u: at most 1.7u relative, measured 0.9
 * ulp. exp(−0) is exactly 1.
 */
final class FloatExp {

  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private static final float LOG2_E = 0x1.715476p0f;
  private static final float LN2_HIGH = 0x1.62e4p-1f;
  private static final float LN2_LOW = 0x1.7f7d1cp-20f;
  // Adding it leaves the nearest integer in the low bits of the sum.
  private static final float TO_INTEGER = 0x1.8p23f;
  private static final float C2 = 0x1.fffffcp-2f;
  private static final float C3 = -0x1.555492p-3f;
  private static final float C4 = 0x1.5558f2p-5f;
  private static final float C5 = -0x1.1239e2p-7f;
  private static final float C6 = 0x1.6a242ep-10f;
  // Beyond it the result is 0 and 2^n, raised by 2^64, still a normal number.
  private static final int LARGEST = Float.floatToRawIntBits(110f);
  private static final int RAISE = 64 << 23;
  private static final float LOWER = 0x1p-64f;

  private FloatExp() {}

  /** exp(−d) of each lane. */
  static FloatVector of(FloatVector d) {
    // The order of non-negative floats is that of their bits.
    FloatVector x = d.reinterpretAsInts().min(LARGEST).reinterpretAsFloats();
    FloatVector shifted = x.fma(LOG2_E, TO_INTEGER);
    FloatVector n = shifted.sub(TO_INTEGER);
    FloatVector high = n.lanewise(VectorOperators.FMA, -LN2_HIGH, x);
    FloatVector r = n.lanewise(VectorOperators.FMA, -LN2_LOW, high);
    FloatVector p = r.fma(C6, C5);
    p = p.lanewise(VectorOperators.FMA, r, C4);
    p = p.lanewise(VectorOperators.FMA, r, C3);
    p = p.lanewise(VectorOperators.FMA, r, C2);
    p = p.lanewise(VectorOperators.FMA, r, -1f);
    p = p.lanewise(VectorOperators.FMA, r, 1f);
    IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    IntVector raised = p.reinterpretAsInts().add(RAISE).sub(exponent);
    // The multiplication alone rounds to a subnormal, once.
    return raised.reinterpretAsFloats().mul(LOWER);
  }

  /** exp(−d), the same bits as a lane gives. */
  static float of(float d) {
    float x = Float.intBitsToFloat(Math.min(Float.floatToRawIntBits(d), LARGEST));
    float shifted = Math.fma(x, LOG2_E, TO_INTEGER);
    float n = shifted - TO_INTEGER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = Math.fma(r, C6, C5);
    p = Math.fma(p, r, C4);
    p = Math.fma(p, r, C3);
    p = Math.fma(p, r, C2);
    p = Math.fma(p, r, -1f);
    p = Math.fma(p, r, 1f);
    int exponent = Float.floatToRawIntBits(shifted) << 23;
    return Float.intBitsToFloat(Float.floatToRawIntBits(p) + RAISE - exponent) * LOWER;
  }
}
