package io.crosscheck.exact;

/**
 * A stage whose intervals end at numbers wider than double: what {@link WideReal} asks of a number
 * format. Operands are finite; a divisor isn't 0, a logarithm's argument is positive (for {@code
 * log1p} above −1).
 */
abstract class WideStage<E extends Endpoint<E>> implements Stage {

  abstract E number(double value);

  /** Infinity, or −Infinity for a negative sign. */
  abstract E infinity(int sign);

  abstract Bounds<E> sum(E a, E b);

  abstract Bounds<E> product(E a, E b);

  abstract Bounds<E> quotient(E a, E b);

  abstract Bounds<E> exp(E x);

  abstract Bounds<E> ln(E x);

  abstract Bounds<E> log1p(E x);

  @Override
  public Real of(double value) {
    return Double.isFinite(value) ? point(number(value)) : new Special(this, value);
  }

  @Override
  public Real unknown() {
    return new WideReal<>(this, new End<>(infinity(-1), true), new End<>(infinity(1), true));
  }

  /** A number of this stage. */
  @SuppressWarnings("unchecked")
  WideReal<E> own(Real number) {
    return (WideReal<E>) number;
  }

  WideReal<E> point(E value) {
    End<E> end = new End<>(value, false);
    return new WideReal<>(this, end, end);
  }
}
