package io.crosscheck.exact;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** A proven statement about an exact value: it is special, or it lies within [lower, upper]. */
public interface Enclosure {

  /** NaN, Infinity or −Infinity; empty for a finite exact value. */
  OptionalDouble special();

  /**
   * Whether an end is infinite: too little is known for {@link #lower()} and {@link #upper()},
   * though {@link #rounded} and {@link #distanceFrom} use the other end.
   */
  boolean isUnbounded();

  /** The lower end, exactly. Refused for special and unbounded enclosures. */
  BigDecimal lower();

  /** The upper end, exactly. Refused for special and unbounded enclosures. */
  BigDecimal upper();

  /** A finite double within the enclosure or next to it; the special value itself. */
  double estimate();

  /**
   * The exact value rounded to nearest, ties to even, in {@code dtype}; empty while the enclosure
   * doesn't decide it. A zero has the sign of the exact value, and none where that lies within
   * 2^−8192 of 0 and no digits tell which side of it: a sum that cancels exactly, most likely.
   */
  OptionalDouble rounded(DType dtype);

  /**
   * Bounds of |y − exact value| for a finite {@code y}, rounded outwards: {@code least} ≤ error ≤
   * {@code most}. Refused for special enclosures.
   */
  Distance distanceFrom(double y);

  /** An error that lies between two doubles. */
  record Distance(double least, double most) {}
}
