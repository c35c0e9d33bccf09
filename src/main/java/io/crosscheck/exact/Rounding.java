package io.crosscheck.exact;

import java.math.BigInteger;

/** Sums, products and quotients of binary numbers, rounded both ways to a number of bits. */
final class Rounding {

  private Rounding() {}

  /** Exact if the sum fits; else within one unit in the last of {@code bits} places. */
  static Bounds<BigFloat> sum(BigFloat a, BigFloat b, int bits) {
    if (a.signum() == 0 || b.signum() == 0) {
      return both(a.plus(b), bits);
    }
    boolean ordered = a.magnitude() >= b.magnitude();
    BigFloat large = ordered ? a : b;
    BigFloat small = ordered ? b : a;
    long floor = Math.min(large.exponent(), large.magnitude() - bits) - 2;
    if (small.magnitude() >= floor) {
      return both(a.plus(b), bits);
    }
    // The small one only tells the side: any number between 0 and one unit gives the same bounds.
    BigFloat side = BigFloat.ONE.scaled(floor);
    return small.signum() > 0
        ? new Bounds<>(large.down(bits), large.plus(side).up(bits))
        : new Bounds<>(large.plus(side.negated()).down(bits), large.up(bits));
  }

  static Bounds<BigFloat> product(BigFloat a, BigFloat b, int bits) {
    return both(a.times(b), bits);
  }

  static Bounds<BigFloat> quotient(BigFloat a, BigFloat b, int bits) {
    int shift = Math.max(0, bits + 2 + b.significand().bitLength() - a.significand().bitLength());
    BigInteger[] parts = a.significand().shiftLeft(shift).divideAndRemainder(b.significand());
    long exponent = a.exponent() - shift - b.exponent();
    BigFloat truncated = BigFloat.of(parts[0], exponent);
    if (parts[1].signum() == 0) {
      return both(truncated, bits);
    }
    int sign = a.signum() * b.signum();
    BigFloat next = BigFloat.of(parts[0].add(BigInteger.valueOf(sign)), exponent);
    return sign > 0
        ? new Bounds<>(truncated.down(bits), next.up(bits))
        : new Bounds<>(next.down(bits), truncated.up(bits));
  }

  /** The bounds of a number known with a relative error of at most 2^−errorBits. */
  static Bounds<BigFloat> around(BigFloat number, int errorBits, int bits) {
    BigFloat error = BigFloat.ONE.scaled(number.magnitude() + 1 - errorBits);
    return new Bounds<>(number.plus(error.negated()).down(bits), number.plus(error).up(bits));
  }

  static Bounds<BigFloat> both(BigFloat number, int bits) {
    return new Bounds<>(number.down(bits), number.up(bits));
  }
}
