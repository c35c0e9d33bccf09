package io.crosscheck.exact;

import java.util.Random;
import java.util.stream.DoubleStream;

/** Arguments drawn from the families that are hard on one step or another. */
final class Samples {

  private Samples() {}

  /** Normal numbers of all scales from 2^−12 to 2^9. */
  static DoubleStream ordinary(int count) {
    return drawn(count, 1, r -> r.nextGaussian() * Math.scalb(1.0, r.nextInt(22) - 12));
  }

  /** Any exponent, subnormals included, either sign. */
  static DoubleStream anyExponent(int count) {
    return drawn(count, 2, r -> Math.scalb(r.nextDouble() * 2 - 1, r.nextInt(2090) - 1066));
  }

  /** Subnormal numbers, either sign. */
  static DoubleStream subnormal(int count) {
    return drawn(count, 3, r -> (r.nextDouble() * 2 - 1) * Double.MIN_NORMAL);
  }

  /** Numbers beside {@code centre}, by one unit up to a hundredth. */
  static DoubleStream beside(double centre, int count) {
    return drawn(count, 4, r -> centre + r.nextGaussian() * Math.scalb(1.0, -r.nextInt(46) - 7));
  }

  /**
   * Beside multiples of ln 2, where the reduced argument cancels, and their halves, where it is
   * largest.
   */
  static DoubleStream besideLogarithmsOfTwo(int count) {
    return drawn(
        count, 5, r -> (r.nextInt(1600) - 800) * (Math.log(2) / 2) + r.nextGaussian() * 0x1p-45);
  }

  private interface Draw {
    double from(Random random);
  }

  private static DoubleStream drawn(int count, long seed, Draw draw) {
    Random random = new Random(seed);
    return DoubleStream.generate(() -> draw.from(random)).limit(count);
  }
}
