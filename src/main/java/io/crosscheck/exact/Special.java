package io.crosscheck.exact;

/** NaN, Infinity or −Infinity, in the stage that made it. */
final class Special extends Real {

  private final Stage stage;
  private final double value;

  Special(Stage stage, double value) {
    this.stage = stage;
    this.value = value;
  }

  @Override
  Stage stage() {
    return stage;
  }

  @Override
  public Sign sign() {
    if (Double.isNaN(value)) {
      return Sign.UNKNOWN;
    }
    return value > 0 ? Sign.POSITIVE : Sign.NEGATIVE;
  }

  @Override
  boolean isUnknown() {
    return false;
  }

  @Override
  double specialOr(double finite) {
    return value;
  }

  @Override
  public Real negated() {
    return stage.of(-value);
  }

  @Override
  public Real exp() {
    return value == Double.NEGATIVE_INFINITY ? stage.of(0) : this;
  }

  @Override
  public Real ln() {
    return value == Double.NEGATIVE_INFINITY ? stage.of(Double.NaN) : this;
  }

  @Override
  public Real log1p() {
    return ln();
  }

  @Override
  public Enclosure enclosure() {
    return new SpecialEnclosure(value);
  }

  @Override
  Real add(Real other) {
    throw finiteOnly();
  }

  @Override
  Real multiply(Real other) {
    throw finiteOnly();
  }

  @Override
  Real divide(Real other) {
    throw finiteOnly();
  }

  @Override
  Real larger(Real other) {
    throw finiteOnly();
  }

  /** The rules of special values stand in {@link Real}, once for all stages. */
  private IllegalStateException finiteOnly() {
    return new IllegalStateException(value + " met interval arithmetic; expected finite numbers");
  }
}
