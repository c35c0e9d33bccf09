package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** An interval between two binary numbers of any size; an infinite end is none. */
record WideEnclosure(End<BigFloat> below, End<BigFloat> above, Real.Sign sign)
    implements Enclosure {

  /** More than a double's, so that the rounding to double is all that shows. */
  private static final int DISTANCE_BITS = 128;

  /** Far below every format's numbers: what isn't told from 0 by then hardly ever will be. */
  private static final BigFloat NEXT_TO_ZERO = BigFloat.of(1).scaled(-8192);

  static IllegalStateException unbounded() {
    return new IllegalStateException(
        "the enclosure has an infinite end; expected both ends finite; ask isUnbounded() first, or the"
            + " next stage");
  }

  @Override
  public OptionalDouble special() {
    return OptionalDouble.empty();
  }

  @Override
  public boolean isUnbounded() {
    return below.at().isInfinite() || above.at().isInfinite();
  }

  @Override
  public BigDecimal lower() {
    return Decimals.down(finite(below));
  }

  @Override
  public BigDecimal upper() {
    return Decimals.up(finite(above));
  }

  private static BigFloat finite(End<BigFloat> end) {
    if (end.at().isInfinite()) {
      throw unbounded();
    }
    return end.at();
  }

  @Override
  public double estimate() {
    double low = below.at().doubleUp();
    double high = above.at().doubleDown();
    double nearest = low <= high ? Signed.middle(low, high) : below.at().rounded(DType.FLOAT64, 0);
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, nearest));
  }

  @Override
  public OptionalDouble rounded(DType dtype) {
    double low = below.at().rounded(dtype, below.open() ? 1 : 0);
    double high = above.at().rounded(dtype, above.open() ? -1 : 0);
    boolean notNegative = below.at().signum() >= 0 || isNextToZero();
    return low == high ? Signed.zero(low, sign, notNegative) : OptionalDouble.empty();
  }

  private boolean isNextToZero() {
    return below.at().compareTo(NEXT_TO_ZERO.negated()) > 0
        && above.at().compareTo(NEXT_TO_ZERO) < 0;
  }

  @Override
  public Distance distanceFrom(double y) {
    BigFloat minusY = BigFloat.of(-y);
    double low =
        below.at().isInfinite()
            ? Double.NEGATIVE_INFINITY
            : Rounding.sum(below.at(), minusY, DISTANCE_BITS).lower().doubleDown();
    double high =
        above.at().isInfinite()
            ? Double.POSITIVE_INFINITY
            : Rounding.sum(above.at(), minusY, DISTANCE_BITS).upper().doubleUp();
    return Signed.distance(low, high);
  }
}
