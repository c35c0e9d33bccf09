package io.crosscheck.verdict;

import io.crosscheck.operation.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Adds up the measured errors of a result's elements. */
final class Tally {

  // The exponent of a double and the first bits of its fraction are a bucket's number.
  private static final int FRACTION_BITS = 3;
  private static final int SHIFT = 52 - FRACTION_BITS;
  private static final int ONE = 1023 << FRACTION_BITS;
  private static final int LOWEST_BUCKET = -10 << FRACTION_BITS;

  /** Buckets below this, errors of less than 1,024 ulp, are counted in an array. */
  private static final int FAR_BUCKET = 10 << FRACTION_BITS;

  private final long[] near = new long[FAR_BUCKET - LOWEST_BUCKET];
  private final Map<Integer, Long> far = new TreeMap<>();
  private long elements;
  private double worstUlp;
  private double sum;
  private double signedSum;
  private double worstOverBound = -1;
  private int worst;

  /**
   * Adds element {@code i}.
   *
   * @param ulps the error in ulp
   * @param difference a number with the sign of result − exact value
   * @param error the error
   * @param allowed the error allowed, which is positive
   */
  void add(int i, double ulps, double difference, double error, double allowed) {
    add(1, ulps, Math.copySign(ulps, difference), ulps);
    count(ulps);
    if (error > worstOverBound * allowed) {
      worstOverBound = error / allowed;
      worst = i;
    }
  }

  /** Adds elements that are not the worst of their bounds, by their sums, but doesn't count. */
  void add(int count, double ulps, double signedUlps, double worst) {
    elements += count;
    sum += ulps;
    signedSum += signedUlps;
    worstUlp = Math.max(worstUlp, worst);
  }

  /** Counts an element's error by its size. */
  void count(double ulps) {
    int bucket = (int) (Double.doubleToRawLongBits(ulps) >>> SHIFT) - ONE;
    if (bucket < FAR_BUCKET) {
      near[Math.max(bucket - LOWEST_BUCKET, 0)]++;
    } else {
      far.merge(bucket, 1L, Long::sum);
    }
  }

  /** The upper end of a bucket: that of b = 8e + j is 2^e·(1 + (j + 1)/8). */
  static double upperEnd(int bucket) {
    int buckets = 1 << FRACTION_BITS;
    double fraction = (Math.floorMod(bucket, buckets) + 1.0) / buckets;
    return Math.scalb(1 + fraction, Math.floorDiv(bucket, buckets));
  }

  /** The largest error divided by the error allowed. */
  double worstOverBound() {
    return Math.max(worstOverBound, 0);
  }

  private Map<Integer, Long> histogram() {
    Map<Integer, Long> histogram = new TreeMap<>(far);
    for (int b = 0; b < near.length; b++) {
      if (near[b] > 0) {
        histogram.put(b + LOWEST_BUCKET, near[b]);
      }
    }
    return histogram;
  }

  /** What was added up; {@code details} puts the worst element into words. */
  Optional<Measurement> measurement(
      Map<Profile, Double> overBounds, IntFunction<ElementError> details) {
    return elements == 0
        ? Optional.empty()
        : Optional.of(
            new Measurement(
                elements,
                worstUlp,
                sum,
                signedSum,
                worstOverBound(),
                overBounds,
                Map.copyOf(histogram()),
                () -> details.apply(worst)));
  }
}
