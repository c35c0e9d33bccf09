package io.crosscheck.operation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether Σ t·ln(t/o) is exactly 0, as it is for t = [0.5, 0.5], o = [0.25, 1]: no number
 * of digits of the logarithms can tell.
 *
 * <p>With t = N·2^−k for whole numbers N, the sum is 2^−k·ln Π (t/o)^N. The product is written as
 * one of powers of 2 and of odd numbers without a common divisor; it is 1 just if all exponents are
 * 0.
 */
final class LogarithmSum {

  private static final BigDecimal TWO_TO_1074 = new BigDecimal(BigInteger.ONE.shiftLeft(1074));

  private record Power(BigInteger base, BigInteger exponent) {}

  private final List<Power> powers = new ArrayList<>();
  private BigInteger exponentOfTwo = BigInteger.ZERO;

  /** The sum over positive finite {@code t} and {@code o}; elements with t = 0 don't count. */
  static LogarithmSum of(double[] t, double[] o) {
    LogarithmSum sum = new LogarithmSum();
    for (int k = 0; k < t.length; k++) {
      if (t[k] != 0) {
        // 2^1074 times a double is a whole number.
        BigInteger times = new BigDecimal(t[k]).multiply(TWO_TO_1074).toBigIntegerExact();
        sum.multiply(t[k], times);
        sum.multiply(o[k], times.negate());
      }
    }
    return sum;
  }

  boolean isZero() {
    return exponentOfTwo.signum() == 0 && powers.stream().allMatch(p -> p.exponent.signum() == 0);
  }

  private void multiply(double factor, BigInteger exponent) {
    BigInteger scaled = new BigDecimal(factor).multiply(TWO_TO_1074).toBigIntegerExact();
    int twos = scaled.getLowestSetBit();
    BigInteger binary = BigInteger.valueOf(twos - 1074L);
    exponentOfTwo = exponentOfTwo.add(exponent.multiply(binary));
    multiply(new Power(scaled.shiftRight(twos), exponent));
  }

  /** Splits off what the factor shares with a base, so that no two bases have a common divisor. */
  private void multiply(Power factor) {
    if (factor.base.equals(BigInteger.ONE)) {
      return;
    }
    for (Power known : List.copyOf(powers)) {
      BigInteger common = known.base.gcd(factor.base);
      if (!common.equals(BigInteger.ONE)) {
        powers.remove(known);
        multiply(new Power(known.base.divide(common), known.exponent));
        multiply(new Power(common, known.exponent.add(factor.exponent)));
        multiply(new Power(factor.base.divide(common), factor.exponent));
        return;
      }
    }
    powers.add(factor);
  }
}
