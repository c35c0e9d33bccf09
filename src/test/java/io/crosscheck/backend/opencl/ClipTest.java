package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClipTest {

  @Test
  void float32_clips_the_numbers_that_lie_beyond_both_ends() {
    Clip clip = Clip.of(1e-7, Precision.SINGLE);
    assertTrue(clip.low() >= 1e-7 && Math.nextDown((float) clip.low()) < 1e-7);
    // 1 - 2^-23 is the last float32 below 1 - 1e-7; 1 - 2^-24 lies above.
    assertEquals(1 - 0x1p-23, clip.high());
  }

  @Test
  void the_logarithms_are_those_of_epsilon_itself() {
    Clip clip = Clip.of(1e-7, Precision.SINGLE);
    assertEquals(-16.118095650958319, clip.logOfLow(), 1e-14);
    assertEquals(-1.00000005000000333e-7, clip.logOfHigh(), 1e-21);
  }

  @Test
  void float64_clips_at_epsilon_itself() {
    assertEquals(1e-7, Clip.of(1e-7, Precision.DOUBLE).low());
  }
}
