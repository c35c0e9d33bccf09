package io.crosscheck.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Binary numbers as decimals: exactly for exponents within ±5000, else rounded in a given direction
 * to 60 digits, because the exact decimal would have as many digits as the exponent says.
 */
final class Decimals {

  private static final long EXACT = 5000;

  /** The decimal exponent is an int; 2^-10^9 is as small as a bound needs to be. */
  private static final long SMALLEST = -1_000_000_000;

  private static final MathContext FLOOR = new MathContext(60, RoundingMode.FLOOR);
  private static final MathContext CEILING = new MathContext(60, RoundingMode.CEILING);

  /**
   * 2^10^9 takes 30 squarings, each of which doubles the relative error: below 10^-90 in the end.
   */
  private static final MathContext WORKING = new MathContext(100);

  private static final BigDecimal MARGIN = new BigDecimal("1e-85");

  private Decimals() {}

  static BigDecimal down(BigFloat number) {
    if (number.signum() < 0) {
      return up(number.negated()).negate();
    }
    if (isShort(number)) {
      return exactly(number);
    }
    return number.magnitude() < SMALLEST
        ? BigDecimal.ZERO
        : nearly(number).multiply(BigDecimal.ONE.subtract(MARGIN)).round(FLOOR);
  }

  static BigDecimal up(BigFloat number) {
    if (number.signum() < 0) {
      return down(number.negated()).negate();
    }
    if (isShort(number)) {
      return exactly(number);
    }
    BigFloat bound = number.magnitude() < SMALLEST ? BigFloat.ONE.scaled(SMALLEST) : number;
    return nearly(bound).multiply(BigDecimal.ONE.add(MARGIN)).round(CEILING);
  }

  private static boolean isShort(BigFloat number) {
    return number.signum() == 0 || (number.exponent() >= -EXACT && number.magnitude() <= EXACT);
  }

  private static BigDecimal exactly(BigFloat number) {
    int exponent = (int) number.exponent();
    BigDecimal significand = new BigDecimal(number.significand());
    return exponent >= 0
        ? significand.multiply(BigDecimal.valueOf(2).pow(exponent))
        : significand.multiply(new BigDecimal("0.5").pow(-exponent));
  }

  private static BigDecimal nearly(BigFloat number) {
    BigDecimal base = number.exponent() < 0 ? new BigDecimal("0.5") : BigDecimal.valueOf(2);
    BigDecimal power = BigDecimal.ONE;
    long count = Math.abs(number.exponent());
    for (int bit = 63 - Long.numberOfLeadingZeros(count); bit >= 0; bit--) {
      power = power.multiply(power, WORKING);
      if ((count >> bit & 1) != 0) {
        power = power.multiply(base, WORKING);
      }
    }
    return new BigDecimal(number.significand()).multiply(power, WORKING);
  }
}
