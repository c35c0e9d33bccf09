package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** An interval between two binary numbers of any size. */
record WideEnclosure(Edge below, Edge above, Real.Sign sign) implements Enclosure {

  /** More than a double's, so that the rounding to double is all that shows. */
  private static final int DISTANCE_BITS = 128;

  /** An end, open if the value is known not to lie at it; {@link #NONE} where there is none. */
  record Edge(BigFloat at, boolean open) {
    static final Edge NONE = new Edge(BigFloat.ZERO, true);
  }

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
    return below == Edge.NONE || above == Edge.NONE;
  }

  @Override
  public BigDecimal lower() {
    return Decimals.down(end(below));
  }

  @Override
  public BigDecimal upper() {
    return Decimals.up(end(above));
  }

  private static BigFloat end(Edge edge) {
    if (edge == Edge.NONE) {
      throw unbounded();
    }
    return edge.at();
  }

  @Override
  public double estimate() {
    double low = below == Edge.NONE ? -Double.MAX_VALUE : below.at().doubleUp();
    double high = above == Edge.NONE ? Double.MAX_VALUE : above.at().doubleDown();
    double within = low < high ? low / 2 + high / 2 : high;
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, within));
  }

  @Override
  public OptionalDouble rounded(DType dtype) {
    double low =
        below == Edge.NONE
            ? Double.NEGATIVE_INFINITY
            : below.at().rounded(dtype, below.open() ? 1 : 0);
    double high =
        above == Edge.NONE
            ? Double.POSITIVE_INFINITY
            : above.at().rounded(dtype, above.open() ? -1 : 0);
    boolean notNegative = below != Edge.NONE && below.at().signum() >= 0;
    return low == high ? Signed.zero(low, sign, notNegative) : OptionalDouble.empty();
  }

  @Override
  public Distance distanceFrom(double y) {
    BigFloat minusY = BigFloat.of(-y);
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    if (below != Edge.NONE) {
      low = Rounding.sum(below.at(), minusY, DISTANCE_BITS).lower().doubleDown();
    }
    if (above != Edge.NONE) {
      high = Rounding.sum(above.at(), minusY, DISTANCE_BITS).upper().doubleUp();
    }
    return Signed.distance(low, high);
  }
}
