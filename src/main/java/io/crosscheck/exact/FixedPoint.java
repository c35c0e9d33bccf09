package io.crosscheck.exact;

import java.math.BigInteger;

/**
 * Elementary functions of numbers with a fixed number of bits after the binary point, truncated. A
 * unit is 2^−bits; errors are counted in units.
 */
final class FixedPoint {

  private final int bits;
  private final BigInteger one;

  FixedPoint(int bits) {
    this.bits = bits;
    this.one = BigInteger.ONE.shiftLeft(bits);
  }

  BigInteger one() {
    return one;
  }

  BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(bits);
  }

  BigInteger over(BigInteger a, BigInteger b) {
    return a.shiftLeft(bits).divide(b);
  }

  /**
   * e^r for |r| ≤ 1/2, by the series of r/2^halvings and as many squarings.
   *
   * <p>The series of k terms has an error of at most 2k + 2 units, the argument of 1 unit more;
   * each squaring at most doubles the relative error and adds a unit, so that the result, which is
   * below 2, is off by less than 2^(halvings + 2)·(2k + 4) units.
   */
  BigInteger exp(BigInteger r, int halvings) {
    BigInteger reduced = r.shiftRight(halvings);
    BigInteger sum = one;
    BigInteger term = one;
    for (int k = 1; term.bitLength() > 0 && !term.equals(MINUS_ONE); k++) {
      term = times(term, reduced).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

  /** 2·artanh(s) = ln((1 + s)/(1 − s)) for |s| < 1/4, off by at most 4 units for each term. */
  BigInteger doubleArtanh(BigInteger s) {
    BigInteger square = times(s, s);
    BigInteger power = s;
    BigInteger sum = s;
    for (int k = 3; power.bitLength() > 0 && !power.equals(MINUS_ONE); k += 2) {
      power = times(power, square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum.shiftLeft(1);
  }

  /**
   * ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749) (Machin's way; R. P. Brent and P.
   * Zimmermann, Modern Computer Arithmetic, 4.5), off by less than 2^7 units for each 10 bits.
   */
  BigInteger ln2() {
    BigInteger first = artanhOfInverse(26).multiply(BigInteger.valueOf(18));
    BigInteger second = artanhOfInverse(4801).multiply(BigInteger.TWO);
    BigInteger third = artanhOfInverse(8749).multiply(BigInteger.valueOf(8));
    return first.subtract(second).add(third);
  }

  private BigInteger artanhOfInverse(long n) {
    BigInteger square = BigInteger.valueOf(n * n);
    BigInteger power = one.divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }
}
