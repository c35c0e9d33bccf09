package io.crosscheck.exact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stage B: binary numbers of a given number of significant bits p, and of any exponent.
 *
 * <p>What each operation adds to the half-width that comes from its operands, relative to the
 * result: sum, product and quotient 2^−p, nothing where the result has at most p bits; exp, ln and
 * log1p 2^−p (rounding) + 2^−(p+16) ({@link BigFunctions}), nothing where it is 0 or 1. Beyond
 * ±10^7 exp is only bounded: above by 2^−10^7, or below by 2^10^7.
 */
final class BigStage extends WideStage<BigFloat> {

  /** Where doubling ends: far beyond what any tie between a rational and an exponential needs. */
  static final int MOST_BITS = 24_576;

  private static final Map<Integer, BigStage> STAGES = new ConcurrentHashMap<>();

  private final int bits;
  private final BigFunctions functions;

  private BigStage(int bits) {
    this.bits = bits;
    this.functions = new BigFunctions(bits);
  }

  static Stage of(int bits) {
    return STAGES.computeIfAbsent(bits, BigStage::new);
  }

  @Override
  public Stage next() {
    if (bits * 2 > MOST_BITS) {
      throw new IllegalStateException(
          "an exact value is still undecided at "
              + bits
              + " bits; expected an irrational number to be decided by then; it probably equals the"
              + " threshold or tie it was compared with: report the inputs");
    }
    return of(bits * 2);
  }

  /** The difference with all its bits, though they may be more than the stage's. */
  @Override
  public Real difference(double minuend, double subtrahend) {
    return point(number(minuend).plus(number(-subtrahend)));
  }

  @Override
  BigFloat number(double value) {
    return BigFloat.of(value);
  }

  @Override
  BigFloat infinity(int sign) {
    return sign < 0 ? BigFloat.MINUS_INFINITY : BigFloat.INFINITY;
  }

  @Override
  Bounds<BigFloat> sum(BigFloat a, BigFloat b) {
    return Rounding.sum(a, b, bits);
  }

  @Override
  Bounds<BigFloat> product(BigFloat a, BigFloat b) {
    return Rounding.product(a, b, bits);
  }

  @Override
  Bounds<BigFloat> quotient(BigFloat a, BigFloat b) {
    return Rounding.quotient(a, b, bits);
  }

  @Override
  Bounds<BigFloat> exp(BigFloat x) {
    return functions.exp(x);
  }

  @Override
  Bounds<BigFloat> ln(BigFloat x) {
    return functions.ln(x);
  }

  @Override
  Bounds<BigFloat> log1p(BigFloat x) {
    return functions.log1p(x);
  }

  @Override
  public String toString() {
    return bits + " bits";
  }
}
