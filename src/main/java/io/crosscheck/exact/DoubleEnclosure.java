package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * An interval of doubles; an infinite end says that the finite value isn't bounded on that side.
 */
record DoubleEnclosure(double least, double greatest, Real.Sign sign) implements Enclosure {

  @Override
  public OptionalDouble special() {
    return OptionalDouble.empty();
  }

  @Override
  public boolean isUnbounded() {
    return Double.isInfinite(least) || Double.isInfinite(greatest);
  }

  @Override
  public BigDecimal lower() {
    return end(least);
  }

  @Override
  public BigDecimal upper() {
    return end(greatest);
  }

  @Override
  public double estimate() {
    return Signed.middle(Math.max(least, -Double.MAX_VALUE), Math.min(greatest, Double.MAX_VALUE));
  }

  @Override
  public OptionalDouble rounded(DType dtype) {
    double low = dtype.round(least);
    return low == dtype.round(greatest)
        ? Signed.zero(low, sign, least >= 0)
        : OptionalDouble.empty();
  }

  @Override
  public Distance distanceFrom(double y) {
    return Signed.distance(Directed.sumDown(least, -y), Directed.sumUp(greatest, -y));
  }

  private static BigDecimal end(double end) {
    if (Double.isInfinite(end)) {
      throw WideEnclosure.unbounded();
    }
    return new BigDecimal(end);
  }
}
