package io.crosscheck.exact;

/**
 * A real number known by an enclosure, or one of the special values NaN, Infinity and −Infinity.
 *
 * <p>Every operation encloses the exact result for all values that the operands may have; where the
 * exact result is representable in the stage's format the enclosure has zero width, so that
 * rational cases (1/4, 0, ln 1) stay exact. Special values follow IEEE 754: Infinity − Infinity and
 * 0 · Infinity are NaN. Where the operands' enclosures leave open whether the result is special (a
 * divisor that may be 0, the logarithm of a number whose sign isn't known) the result is {@link
 * Stage#unknown()}, and so is whatever is computed from it. Numbers of different stages must not
 * meet.
 */
public abstract sealed class Real permits Special, DoubleReal, WideReal {

  /** What is known of a sign. */
  public enum Sign {
    NEGATIVE,
    ZERO,
    POSITIVE,
    UNKNOWN
  }

  abstract Stage stage();

  /** Whether this may be any number, the special values included, as {@link Stage#unknown()} is. */
  abstract boolean isUnknown();

  /** The sign, {@code ZERO} only for an exact zero; of NaN {@code UNKNOWN}. */
  public abstract Sign sign();

  public final boolean isSpecial() {
    return this instanceof Special;
  }

  public abstract Real negated();

  public final Real plus(Real other) {
    if (!isSpecial() && !other.isSpecial()) {
      return add(other);
    }
    double sum = specialOr(0) + other.specialOr(0);
    boolean open = (isUnknown() || other.isUnknown()) && !Double.isNaN(sum);
    return open ? stage().unknown() : stage().of(sum);
  }

  public final Real minus(Real other) {
    return plus(other.negated());
  }

  public final Real times(Real other) {
    if (!isSpecial() && !other.isSpecial()) {
      return multiply(other);
    }
    return signsKnown(other) ? stage().of(stand() * other.stand()) : stage().unknown();
  }

  /** The quotient. By an exact zero it is ±Infinity, of 0/0 NaN; by ±Infinity exactly 0. */
  public final Real dividedBy(Real other) {
    if (!isSpecial() && Double.isInfinite(other.specialOr(0))) {
      return isUnknown() ? this : stage().of(0);
    }
    if (!isSpecial() && !other.isSpecial() && other.sign() != Sign.ZERO) {
      return other.sign() == Sign.UNKNOWN ? stage().unknown() : divide(other);
    }
    return signsKnown(other) ? stage().of(stand() / other.stand()) : stage().unknown();
  }

  /** The larger of the two; NaN if either is. */
  public final Real max(Real other) {
    if (!isSpecial() && !other.isSpecial()) {
      return larger(other);
    }
    double a = specialOr(0);
    double b = other.specialOr(0);
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return stage().of(Double.NaN);
    }
    if (isUnknown() || other.isUnknown()) {
      return stage().unknown();
    }
    return a > b || b == Double.NEGATIVE_INFINITY ? this : other;
  }

  /** The smaller of the two; NaN if either is. */
  public final Real min(Real other) {
    return negated().max(other.negated()).negated();
  }

  /** e to this power; of −Infinity exactly 0. */
  public abstract Real exp();

  /** The natural logarithm; of an exact 0 −Infinity, of a negative number NaN. */
  public abstract Real ln();

  /** ln(1 + this), accurate relative to the result near 0; of an exact −1 −Infinity, below NaN. */
  public abstract Real log1p();

  /** Where the number lies. */
  public abstract Enclosure enclosure();

  abstract Real add(Real other);

  abstract Real multiply(Real other);

  abstract Real divide(Real other);

  abstract Real larger(Real other);

  /** The special value itself, or {@code finite} for a number that is none. */
  double specialOr(double finite) {
    return finite;
  }

  private boolean signsKnown(Real other) {
    boolean notANumber = Double.isNaN(specialOr(0)) || Double.isNaN(other.specialOr(0));
    return notANumber || (sign() != Sign.UNKNOWN && other.sign() != Sign.UNKNOWN);
  }

  /** A double of the same sign and kind, by which IEEE 754 decides products with special values. */
  private double stand() {
    return switch (sign()) {
      case NEGATIVE -> specialOr(-1);
      case ZERO -> 0;
      case POSITIVE -> specialOr(1);
      case UNKNOWN -> specialOr(Double.NaN);
    };
  }
}
