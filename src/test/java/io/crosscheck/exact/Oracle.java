package io.crosscheck.exact;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/** Exponentials and logarithms from an independent library, to 75 digits. */
final class Oracle {

  static final MathContext DIGITS = new MathContext(75);

  /** How far the library and the arithmetic around it may be off, relative to a value. */
  private static final BigDecimal SLACK = new BigDecimal("1e-68");

  private Oracle() {}

  static BigDecimal exp(BigDecimal x) {
    return BigDecimalMath.exp(x, DIGITS);
  }

  static BigDecimal ln(BigDecimal x) {
    return BigDecimalMath.log(x, DIGITS);
  }

  /** With digits to spare for what 1 + x loses near 0. */
  static BigDecimal log1p(BigDecimal x) {
    if (x.signum() == 0) {
      return x;
    }
    int lost = Math.max(0, x.scale() - x.precision());
    if (lost > 40) {
      // x − x²/2 + x³/3; the next term is below 10^-120 of x
      BigDecimal square = x.multiply(x, DIGITS);
      BigDecimal half = square.divide(BigDecimal.valueOf(2), DIGITS);
      return x.subtract(half, DIGITS)
          .add(square.multiply(x, DIGITS).divide(BigDecimal.valueOf(3), DIGITS), DIGITS);
    }
    MathContext wide = new MathContext(DIGITS.getPrecision() + lost);
    return BigDecimalMath.log(x.add(BigDecimal.ONE), wide).round(DIGITS);
  }

  static boolean contains(Enclosure enclosure, BigDecimal value) {
    BigDecimal slack = value.abs().multiply(SLACK);
    if (enclosure.special().isPresent()) {
      return false;
    }
    return enclosure.isUnbounded()
        || (enclosure.lower().compareTo(value.add(slack)) <= 0
            && enclosure.upper().compareTo(value.subtract(slack)) >= 0);
  }

  /** Half the width of the enclosure over the value. */
  static double relativeHalfWidth(Enclosure enclosure, BigDecimal value) {
    if (enclosure.isUnbounded()) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal width = enclosure.upper().subtract(enclosure.lower());
    if (width.signum() == 0) {
      return 0;
    }
    return width.divide(value.abs().multiply(BigDecimal.valueOf(2)), DIGITS).doubleValue();
  }
}
