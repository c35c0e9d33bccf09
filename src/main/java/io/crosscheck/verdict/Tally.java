package io.crosscheck.verdict;

import io.crosscheck.operation.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Adds up the measured errors of a result's elements. */
final class Tally {

  private static final int LOWEST_BUCKET = -80;

  /** Buckets below this, errors of less than 1,024 ulp, are counted in an array. */
  private static final int FAR_BUCKET = 80;

  /** 2^(j/8), the upper ends of the buckets of [1, 2]. */
  private static final double[] ENDS = new double[9];

  /** The first bucket with members in [1 + c/64, 1 + (c + 1)/64). */
  private static final int[] CELLS = new int[64];

  static {
    for (int j = 0; j < ENDS.length; j++) {
      ENDS[j] = Math.pow(2, j / 8.0);
    }
    for (int c = 0; c < CELLS.length; c++) {
      double start = 1 + c / 64.0;
      while (ENDS[CELLS[c]] < start) {
        CELLS[c]++;
      }
    }
  }

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
   * @param signedUlps the error in ulp with the sign of result − exact value
   * @param error the error
   * @param allowed the error allowed, which is positive
   */
  void add(int i, double signedUlps, double error, double allowed) {
    double ulps = Math.abs(signedUlps);
    elements++;
    sum += ulps;
    signedSum += signedUlps;
    worstUlp = Math.max(worstUlp, ulps);
    count(bucket(ulps));
    if (error > worstOverBound * allowed) {
      worstOverBound = error / allowed;
      worst = i;
    }
  }

  private void count(int bucket) {
    if (bucket < FAR_BUCKET) {
      near[bucket - LOWEST_BUCKET]++;
    } else {
      far.merge(bucket, 1L, Long::sum);
    }
  }

  /** The least b with ulps ≤ 2^(b/8), at least the lowest. */
  private static int bucket(double ulps) {
    if (ulps <= 0x1p-10) {
      return LOWEST_BUCKET;
    }
    long bits = Double.doubleToRawLongBits(ulps);
    int exponent = Math.getExponent(ulps);
    double significand = Double.longBitsToDouble(bits & 0xFFFFFFFFFFFFFL | 1023L << 52);
    int first = CELLS[(int) (bits >>> 46) & 63];
    // A cell is narrower than a bucket, so there is one end in it at most. The sign bit of the
    // difference costs less than a branch that goes either way.
    long below = Double.doubleToRawLongBits(ENDS[first] - significand);
    return 8 * exponent + first + (int) (below >>> 63);
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
                Math.max(worstOverBound, 0),
                overBounds,
                Map.copyOf(histogram()),
                () -> details.apply(worst)));
  }
}
