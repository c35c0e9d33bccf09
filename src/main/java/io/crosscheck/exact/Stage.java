package io.crosscheck.exact;

/**
 * A precision of the ladder: double, double-double, then arbitrary precision from 192 bits,
 * doubling. Every stage encloses; a later one encloses more tightly.
 */
public interface Stage {

  /** The real number {@code value}, exactly; infinities and NaN become special values. */
  Real of(double value);

  /** An enclosure that says nothing, so that every question about it asks for the next stage. */
  Real unknown();

  /** The next tighter stage. */
  Stage next();

  /** The exact difference of two finite doubles. */
  default Real difference(double minuend, double subtrahend) {
    return of(minuend).minus(of(subtrahend));
  }

  /** Stage D: intervals of doubles. Relative half-width about 2^-50 for well-conditioned values. */
  static Stage ofDouble() {
    return DoubleStage.STAGE;
  }

  /** Stage Q: intervals of double-doubles, about 2^-90; 2^-70 from {@link Exponentials}. */
  static Stage ofDoubleDouble() {
    return DoubleDoubleStage.STAGE;
  }

  /** Stage B: intervals of binary numbers of {@code bits} significant bits and any exponent. */
  static Stage ofBits(int bits) {
    return BigStage.of(bits);
  }
}
