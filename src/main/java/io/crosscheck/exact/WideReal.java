package io.crosscheck.exact;

/**
 * A number of stage Q or B: an interval of the stage's numbers, each end open or closed. What an
 * operation adds to the half-width that comes from its operands is the stage's matter.
 */
final class WideReal<E extends Endpoint<E>> extends Real {

  private final WideStage<E> stage;
  private final End<E> lower;
  private final End<E> upper;

  WideReal(WideStage<E> stage, End<E> lower, End<E> upper) {
    this.stage = stage;
    this.lower = lower;
    this.upper = upper;
  }

  E lowerEnd() {
    return lower.at();
  }

  E upperEnd() {
    return upper.at();
  }

  /** A function of one end that is finite. */
  private interface Monotone<E extends Endpoint<E>> {
    Bounds<E> at(E end);
  }

  @Override
  Stage stage() {
    return stage;
  }

  @Override
  boolean isUnknown() {
    return lower.at().isInfinite() && upper.at().isInfinite();
  }

  @Override
  public Sign sign() {
    if (isPoint() && lower.at().signum() == 0) {
      return Sign.ZERO;
    }
    if (lower.at().signum() > 0 || (lower.at().signum() == 0 && lower.open())) {
      return Sign.POSITIVE;
    }
    boolean below = upper.at().signum() < 0 || (upper.at().signum() == 0 && upper.open());
    return below ? Sign.NEGATIVE : Sign.UNKNOWN;
  }

  @Override
  public Real negated() {
    return new WideReal<>(stage, upper.negated(), lower.negated());
  }

  @Override
  public Real exp() {
    return isUnknown() ? this : increasing(stage::exp, stage.number(0), stage.infinity(1));
  }

  @Override
  public Real ln() {
    return switch (sign()) {
      case NEGATIVE -> stage.of(Double.NaN);
      case ZERO -> stage.of(Double.NEGATIVE_INFINITY);
      case UNKNOWN -> stage.unknown();
      case POSITIVE ->
          lower.at().signum() > 0
              ? increasing(stage::ln, stage.infinity(-1), stage.infinity(1))
              : fromMinusInfinity(stage::ln);
    };
  }

  @Override
  public Real log1p() {
    E minusOne = stage.number(-1);
    int low = lower.at().compareTo(minusOne);
    int high = upper.at().compareTo(minusOne);
    if (low > 0) {
      return increasing(stage::log1p, stage.infinity(-1), stage.infinity(1));
    }
    if (isUnknown()) {
      return this;
    }
    if (high < 0 || (high == 0 && upper.open())) {
      return stage.of(Double.NaN);
    }
    if (low == 0 && high == 0) {
      return stage.of(Double.NEGATIVE_INFINITY);
    }
    return low == 0 && lower.open() ? fromMinusInfinity(stage::log1p) : stage.unknown();
  }

  /** A logarithm whose argument may be as near to its pole as can be. */
  private Real fromMinusInfinity(Monotone<E> logarithm) {
    End<E> open = new End<>(stage.infinity(-1), true);
    return new WideReal<>(stage, open, image(logarithm, upper, stage.infinity(1), Bounds::upper));
  }

  private Real increasing(Monotone<E> function, E atMinusInfinity, E atInfinity) {
    if (isPoint()) {
      return between(function.at(lower.at()));
    }
    return new WideReal<>(
        stage,
        image(function, lower, atMinusInfinity, Bounds::lower),
        image(function, upper, atInfinity, Bounds::upper));
  }

  private interface Side<E extends Endpoint<E>> {
    E of(Bounds<E> bounds);
  }

  private End<E> image(Monotone<E> function, End<E> end, E limit, Side<E> side) {
    if (end.at().isInfinite()) {
      return new End<>(limit, true);
    }
    Bounds<E> bounds = function.at(end.at());
    return new End<>(side.of(bounds), end.open() || !bounds.isExact());
  }

  private Real between(Bounds<E> bounds) {
    boolean open = !bounds.isExact();
    return new WideReal<>(stage, new End<>(bounds.lower(), open), new End<>(bounds.upper(), open));
  }

  @Override
  public Enclosure enclosure() {
    return new WideEnclosure(exactly(lower), exactly(upper), sign());
  }

  private static <E extends Endpoint<E>> End<BigFloat> exactly(End<E> end) {
    return new End<>(end.at().exactly(), end.open());
  }

  @Override
  Real add(Real addend) {
    WideReal<E> other = same(addend);
    if (isPoint() && other.isPoint()) {
      return between(stage.sum(lower.at(), other.lower.at()));
    }
    return new WideReal<>(
        stage,
        sum(lower, other.lower, stage.infinity(-1), Bounds::lower),
        sum(upper, other.upper, stage.infinity(1), Bounds::upper));
  }

  private End<E> sum(End<E> a, End<E> b, E limit, Side<E> side) {
    if (a.at().isInfinite() || b.at().isInfinite()) {
      return new End<>(limit, true);
    }
    Bounds<E> bounds = stage.sum(a.at(), b.at());
    return new End<>(side.of(bounds), a.open() || b.open() || !bounds.isExact());
  }

  @Override
  Real multiply(Real factor) {
    WideReal<E> other = same(factor);
    if (isUnknown() || other.isUnknown()) {
      return stage.unknown();
    }
    if (sign() == Sign.ZERO || other.sign() == Sign.ZERO) {
      return stage.of(0);
    }
    return sign() == Sign.POSITIVE && other.sign() == Sign.POSITIVE
        ? corners(this::product, lower, other.lower, upper, other.upper, other)
        : hull(this::product, other);
  }

  @Override
  Real divide(Real divisor) {
    WideReal<E> other = same(divisor);
    if (isUnknown() || sign() == Sign.ZERO) {
      return this;
    }
    if (other.sign() == Sign.NEGATIVE) {
      return negated().divide(other.negated());
    }
    return sign() == Sign.POSITIVE
        ? corners(this::quotient, lower, other.upper, upper, other.lower, other)
        : hull(this::quotient, other);
  }

  /** An operation on two ends, which gives the ends that the result has there. */
  private interface Corner<E extends Endpoint<E>> {
    WideReal<E> of(End<E> a, End<E> b);
  }

  /** The result from the two corners that are known to hold its ends. */
  private Real corners(
      Corner<E> corner, End<E> a, End<E> b, End<E> c, End<E> d, WideReal<E> other) {
    WideReal<E> low = corner.of(a, b);
    WideReal<E> high = isPoint() && other.isPoint() ? low : corner.of(c, d);
    return new WideReal<>(stage, aroundZero(low.lower, other), aroundZero(high.upper, other));
  }

  /** The result from all four corners. */
  private Real hull(Corner<E> corner, WideReal<E> other) {
    WideReal<E> all = corner.of(lower, other.lower);
    if (!isPoint() || !other.isPoint()) {
      all = all.joined(corner.of(lower, other.upper));
      all = all.joined(corner.of(upper, other.lower)).joined(corner.of(upper, other.upper));
    }
    return new WideReal<>(stage, aroundZero(all.lower, other), aroundZero(all.upper, other));
  }

  private WideReal<E> joined(WideReal<E> other) {
    return new WideReal<>(stage, End.lower(lower, other.lower), End.upper(upper, other.upper));
  }

  /**
   * An end at 0 is open just if neither operand can be 0: it is the corner of every zero member.
   */
  private End<E> aroundZero(End<E> end, WideReal<E> other) {
    boolean nonZero = sign() != Sign.UNKNOWN && other.sign() != Sign.UNKNOWN;
    return end.at().signum() == 0 ? new End<>(end.at(), nonZero) : end;
  }

  private WideReal<E> product(End<E> a, End<E> b) {
    int sign = a.at().signum() * b.at().signum();
    if (sign == 0) {
      return stage.point(stage.number(0));
    }
    return a.at().isInfinite() || b.at().isInfinite()
        ? stage.point(stage.infinity(sign))
        : opened(stage.product(a.at(), b.at()), a.open() || b.open());
  }

  /** Of a positive divisor, whose end may be 0: the quotient has no bound there. */
  private WideReal<E> quotient(End<E> a, End<E> b) {
    if (a.at().signum() == 0 || b.at().isInfinite()) {
      return stage.point(stage.number(0));
    }
    return a.at().isInfinite() || b.at().signum() == 0
        ? stage.point(stage.infinity(a.at().signum()))
        : opened(stage.quotient(a.at(), b.at()), a.open() || b.open());
  }

  private WideReal<E> opened(Bounds<E> bounds, boolean corner) {
    boolean open = corner || !bounds.isExact();
    return new WideReal<>(stage, new End<>(bounds.lower(), open), new End<>(bounds.upper(), open));
  }

  @Override
  Real larger(Real rival) {
    WideReal<E> other = same(rival);
    if (isUnknown() || other.isUnknown()) {
      return stage.unknown();
    }
    return new WideReal<>(
        stage, highest(lower, other.lower, true), highest(upper, other.upper, false));
  }

  /** The higher end; of two at one place a maximum's lower end is open if either is. */
  private static <E extends Endpoint<E>> End<E> highest(End<E> a, End<E> b, boolean isLower) {
    return isLower && a.at().compareTo(b.at()) == 0
        ? new End<>(a.at(), a.open() || b.open())
        : End.upper(a, b);
  }

  private boolean isPoint() {
    return !lower.open() && !upper.open() && lower.at().compareTo(upper.at()) == 0;
  }

  private WideReal<E> same(Real other) {
    return stage.own(other);
  }
}
