package io.crosscheck.tensor;

/**
 * The generator behind every seeded draw: SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), started with the seed itself. Its uniform and
 * normal draws use only integer operations and additions, so that any language repeats them bit for
 * bit.
 */
public final class SplitMix64 {

  private long state;

  /** Starts with that state. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** The next word. */
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /** A multiple of 2^-53 in [0, 1): the upper 53 bits of the next word. */
  public double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** The sum of twelve uniforms less 6, added from left to right: mean 0, variance 1, within ±6. */
  public double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += uniform();
    }
    return sum;
  }

  /** An integer in [low, high): low + floor(uniform · (high − low)). */
  public long integer(long low, long high) {
    return low + (long) (uniform() * (high - low));
  }
}
