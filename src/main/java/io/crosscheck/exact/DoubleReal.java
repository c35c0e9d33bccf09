package io.crosscheck.exact;

/**
 * A number of stage D: an interval of doubles.
 *
 * <p>What each operation adds to the half-width that comes from its operands: sum, product and
 * quotient at most half an ulp of the result, nothing where it is exact; exp, ln and log1p at most
 * 2 ulp of the result ({@link DoubleFunctions}), nothing where it is 0 or 1; max and negation
 * nothing. Beyond the largest double the upper end is infinite, though the number isn't.
 */
final class DoubleReal extends Real {

  private final double lower;
  private final double upper;

  /** Whether 0 is excluded though it may be an end: e^−800 lies in (0, 2^−1074]. */
  private final boolean nonZero;

  DoubleReal(double lower, double upper, boolean nonZero) {
    this.lower = lower;
    this.upper = upper;
    this.nonZero = nonZero;
  }

  static DoubleReal point(double value) {
    double zeroUnsigned = value + 0.0;
    return new DoubleReal(zeroUnsigned, zeroUnsigned, zeroUnsigned != 0);
  }

  @Override
  Stage stage() {
    return DoubleStage.STAGE;
  }

  double lower() {
    return lower;
  }

  double upper() {
    return upper;
  }

  @Override
  boolean isUnknown() {
    return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
  }

  @Override
  public Sign sign() {
    if (lower == 0 && upper == 0) {
      return Sign.ZERO;
    }
    if (lower > 0 || (lower == 0 && nonZero)) {
      return Sign.POSITIVE;
    }
    return upper < 0 || (upper == 0 && nonZero) ? Sign.NEGATIVE : Sign.UNKNOWN;
  }

  @Override
  public Real negated() {
    return new DoubleReal(0.0 - upper, 0.0 - lower, nonZero);
  }

  @Override
  public Real exp() {
    if (isUnknown()) {
      return this;
    }
    return new DoubleReal(DoubleFunctions.expDown(lower), DoubleFunctions.expUp(upper), true);
  }

  @Override
  public Real ln() {
    return switch (sign()) {
      case NEGATIVE -> stage().of(Double.NaN);
      case ZERO -> stage().of(Double.NEGATIVE_INFINITY);
      case UNKNOWN -> stage().unknown();
      case POSITIVE -> within(DoubleFunctions.lnDown(lower), DoubleFunctions.lnUp(upper));
    };
  }

  @Override
  public Real log1p() {
    if (lower > -1) {
      double down = DoubleFunctions.log1pDown(lower);
      return new DoubleReal(down, DoubleFunctions.log1pUp(upper), nonZero);
    }
    if (upper < -1) {
      return stage().of(Double.NaN);
    }
    return upper == -1 && lower == -1 ? stage().of(Double.NEGATIVE_INFINITY) : stage().unknown();
  }

  @Override
  public Enclosure enclosure() {
    return new DoubleEnclosure(lower, upper, sign());
  }

  @Override
  Real add(Real addend) {
    DoubleReal other = (DoubleReal) addend;
    boolean sameSide = (lower >= 0 && other.lower >= 0) || (upper <= 0 && other.upper <= 0);
    double sum = lower + other.lower;
    double side = Directed.sumSide(lower, other.lower, sum);
    double down = Directed.down(sum, side);
    double up =
        isPoint() && other.isPoint() ? Directed.up(sum, side) : Directed.sumUp(upper, other.upper);
    return new DoubleReal(down, up, sameSide && (nonZero || other.nonZero));
  }

  @Override
  Real multiply(Real factor) {
    DoubleReal other = (DoubleReal) factor;
    if (isUnknown() || other.isUnknown()) {
      return stage().unknown();
    }
    boolean zeroExcluded = nonZero && other.nonZero;
    if (lower >= 0 && other.lower >= 0) {
      double down = Directed.productDown(lower, other.lower);
      return new DoubleReal(down, Directed.productUp(upper, other.upper), zeroExcluded);
    }
    return new DoubleReal(leastProduct(other), greatestProduct(other), zeroExcluded);
  }

  private double leastProduct(DoubleReal other) {
    double low = Directed.productDown(lower, other.upper);
    double high = Directed.productDown(upper, other.lower);
    double same = Directed.productDown(upper, other.upper);
    return Math.min(Math.min(low, high), Math.min(same, Directed.productDown(lower, other.lower)));
  }

  private double greatestProduct(DoubleReal other) {
    double low = Directed.productUp(lower, other.upper);
    double high = Directed.productUp(upper, other.lower);
    double same = Directed.productUp(upper, other.upper);
    return Math.max(Math.max(low, high), Math.max(same, Directed.productUp(lower, other.lower)));
  }

  @Override
  Real divide(Real divisor) {
    DoubleReal other = (DoubleReal) divisor;
    if (isUnknown()) {
      return this;
    }
    if (other.sign() == Sign.NEGATIVE) {
      return negated().divide(other.negated());
    }
    double forLower = lower >= 0 ? other.upper : other.lower;
    double forUpper = upper >= 0 ? other.lower : other.upper;
    return new DoubleReal(
        Directed.quotientDown(lower, forLower), Directed.quotientUp(upper, forUpper), nonZero);
  }

  @Override
  Real larger(Real rival) {
    DoubleReal other = (DoubleReal) rival;
    if (isUnknown() || other.isUnknown()) {
      return stage().unknown();
    }
    boolean aboveZero = (lower >= 0 && nonZero) || (other.lower >= 0 && other.nonZero);
    return new DoubleReal(
        Math.max(lower, other.lower),
        Math.max(upper, other.upper),
        aboveZero || (nonZero && other.nonZero));
  }

  private DoubleReal within(double down, double up) {
    return new DoubleReal(down, up, down > 0 || up < 0);
  }

  private boolean isPoint() {
    return lower == upper;
  }
}
