package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** NaN, Infinity or −Infinity as the exact value: every format holds it as it is. */
record SpecialEnclosure(double value) implements Enclosure {

  @Override
  public OptionalDouble special() {
    return OptionalDouble.of(value);
  }

  @Override
  public boolean isUnbounded() {
    return false;
  }

  @Override
  public BigDecimal lower() {
    throw refused("lower end");
  }

  @Override
  public BigDecimal upper() {
    throw refused("upper end");
  }

  @Override
  public double estimate() {
    return value;
  }

  @Override
  public OptionalDouble rounded(DType dtype) {
    return OptionalDouble.of(value);
  }

  @Override
  public Distance distanceFrom(double y) {
    throw refused("distance");
  }

  private IllegalStateException refused(String what) {
    return new IllegalStateException(
        "the exact value is " + value + ", which has no " + what + "; ask special() first");
  }
}
