package io.crosscheck.exact;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exponentials and logarithms from an independent library.
 *
 * @param digits what it is asked for
 * @param slack how far it and the arithmetic around it may be off, relative to a value
 */
public record Oracle(MathContext digits, BigDecimal slack) {

  /** Enough to tell enclosures of stages D and Q. */
  public static final Oracle QUICK = new Oracle(new MathContext(44), new BigDecimal("1e-39"));

  /** Enough for stage B at 192 bits, which are 58 digits. */
  public static final Oracle FINE = new Oracle(new MathContext(75), new BigDecimal("1e-69"));

  public BigDecimal exp(BigDecimal x) {
    return BigDecimalMath.exp(x, digits);
  }

  public BigDecimal ln(BigDecimal x) {
    BigDecimal beside = x.subtract(BigDecimal.ONE);
    return beside.signum() != 0 && exponent(beside) < -2
        ? log1p(beside)
        : BigDecimalMath.log(x, digits);
  }

  /** With digits to spare for what 1 + x loses near 0. */
  public BigDecimal log1p(BigDecimal x) {
    if (x.signum() != 0 && exponent(x) < -30) {
      // x − x²/2 + x³/3: the next term is below 10^-90 of x.
      BigDecimal square = x.multiply(x, digits);
      BigDecimal half = square.divide(BigDecimal.valueOf(2), digits);
      BigDecimal third = square.multiply(x, digits).divide(BigDecimal.valueOf(3), digits);
      return x.subtract(half, digits).add(third, digits);
    }
    int lost = Math.max(0, -exponent(x));
    MathContext wide = new MathContext(digits.getPrecision() + lost);
    return BigDecimalMath.log(x.add(BigDecimal.ONE), wide);
  }

  private static int exponent(BigDecimal x) {
    return x.precision() - x.scale() - 1;
  }

  /** Whether a finite value lies within the enclosure. */
  public boolean isWithin(BigDecimal value, Enclosure enclosure) {
    if (enclosure.special().isPresent()) {
      return false;
    }
    BigDecimal off = value.abs().multiply(slack);
    return enclosure.isUnbounded()
        || (enclosure.lower().compareTo(value.add(off)) <= 0
            && enclosure.upper().compareTo(value.subtract(off)) >= 0);
  }

  /** Half the width of the enclosure over the value; infinite without bounds. */
  double relativeHalfWidth(Enclosure enclosure, BigDecimal value) {
    if (enclosure.isUnbounded()) {
      return Double.POSITIVE_INFINITY;
    }
    BigDecimal width = enclosure.upper().subtract(enclosure.lower());
    return width.signum() == 0
        ? 0
        : width.divide(value.abs().multiply(BigDecimal.valueOf(2)), digits).doubleValue();
  }
}
