package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnclosureTest {

  private static final double MIN = Double.MIN_VALUE;

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  }

  private static OptionalDouble rounded(Stage stage, double low, double high, DType dtype) {
    return Intervals.of(stage, low, high).enclosure().rounded(dtype);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_rounding_is_known_only_if_both_ends_agree(Stage stage) {
    assertEquals(OptionalDouble.of(1), rounded(stage, 1 - 0x1p-30, 1 + 0x1p-30, DType.FLOAT32));
    assertEquals(OptionalDouble.empty(), rounded(stage, 1, 1 + 0x1.1p-24, DType.FLOAT32));
    assertEquals(OptionalDouble.of(1), rounded(stage, 1, 1 + 0x1p-24, DType.FLOAT32));
    assertEquals(OptionalDouble.empty(), rounded(stage, -MIN, MIN, DType.FLOAT64));
    assertEquals(OptionalDouble.of(0x1p-24), rounded(stage, 0x1p-24, 0x1p-24, DType.FLOAT16));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_zero_has_the_sign_of_the_exact_value(Stage stage) {
    assertZero(-0.0, rounded(stage, -1e-30, -1e-40, DType.FLOAT16));
    assertZero(0.0, rounded(stage, 1e-40, 1e-30, DType.FLOAT16));
    assertZero(0.0, rounded(stage, 0, 0, DType.FLOAT64));
    assertZero(0.0, rounded(stage, 0, 1e-30, DType.FLOAT16));
    assertEquals(0.0, stage.of(-0.0).enclosure().estimate());
    assertTrue(rounded(stage, -1e-30, 1e-30, DType.FLOAT16).isEmpty());
    assertTrue(rounded(stage, -1e-30, 0, DType.FLOAT16).isEmpty());
    assertZero(0.0, stage.of(-1e9).exp().enclosure().rounded(DType.FLOAT32));
    assertZero(-0.0, stage.of(-1e9).exp().negated().enclosure().rounded(DType.FLOAT32));
  }

  @Test
  void what_no_digits_tell_from_zero_is_zero() {
    Stage stage = Stage.ofBits(192);
    // e^-5680 is 2^-8194.5, e^-5670 is 2^-8180.1.
    assertZero(0.0, aroundZero(stage, -5680).rounded(DType.FLOAT64));
    assertTrue(aroundZero(stage, -5670).rounded(DType.FLOAT64).isEmpty());
    assertZero(-0.0, stage.of(-5680).exp().negated().enclosure().rounded(DType.FLOAT64));
  }

  /** From −e^exponent to e^exponent. */
  private static Enclosure aroundZero(Stage stage, double exponent) {
    return stage.of(exponent).exp().times(Intervals.of(stage, -1, 1)).enclosure();
  }

  private static void assertZero(double expected, OptionalDouble zero) {
    // assertEquals of doubles tells the zeros apart.
    assertEquals(expected, zero.orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void values_beyond_the_largest_number_round_to_infinity_from_half_an_ulp_on(Stage stage) {
    assertEquals(65504, rounded(stage, 65519, 65519.9, DType.FLOAT16).orElseThrow());
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, rounded(stage, 65520, 7e4, DType.FLOAT16).orElseThrow());
    assertEquals(-infinity, rounded(stage, -7e4, -65520, DType.FLOAT16).orElseThrow());
    assertEquals(infinity, stage.of(1e30).exp().enclosure().rounded(DType.FLOAT32).orElseThrow());
    assertEquals(OptionalDouble.empty(), stage.unknown().enclosure().rounded(DType.FLOAT32));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void numbers_round_like_decimals(Stage stage) {
    Random random = new Random(6);
    for (DType dtype : new DType[] {DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32}) {
      for (int i = 0; i < 3000; i++) {
        int exponent = random.nextInt(6 - 2 * dtype.minExponent()) + dtype.minExponent() - 30;
        double few = random.nextInt(1 << 14) - (1 << 13);
        double x = Math.scalb(i % 2 == 0 ? few : few + random.nextDouble(), exponent - 12);
        double expected = dtype.round(new BigDecimal(x));
        assertEquals(expected + 0.0, rounded(stage, x, x, dtype).orElseThrow() + 0.0, "" + x);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_distance_is_rounded_outwards_and_no_further(Stage stage) {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      double low = random.nextGaussian();
      double high = low + Math.scalb(random.nextDouble(), -random.nextInt(60));
      double y = low + Math.scalb(random.nextGaussian(), -random.nextInt(60));
      Enclosure.Distance distance = Intervals.of(stage, low, high).enclosure().distanceFrom(y);
      BigDecimal fromLow = new BigDecimal(low).subtract(new BigDecimal(y));
      BigDecimal toHigh = new BigDecimal(high).subtract(new BigDecimal(y));
      BigDecimal least = fromLow.max(toHigh.negate()).max(BigDecimal.ZERO);
      assertOneStep(distance.least(), least, Math.nextUp(distance.least()));
      BigDecimal most = toHigh.max(fromLow.negate());
      assertOneStep(Math.nextDown(distance.most()), most, distance.most());
    }
  }

  private static void assertOneStep(double low, BigDecimal exact, double high) {
    assertTrue(new BigDecimal(low).compareTo(exact) <= 0, low + " is above " + exact);
    assertTrue(new BigDecimal(high).compareTo(exact) >= 0, high + " is below " + exact);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_distance_without_bounds_says_nothing(Stage stage) {
    Enclosure.Distance distance = stage.unknown().enclosure().distanceFrom(1);
    assertEquals(new Enclosure.Distance(0, Double.POSITIVE_INFINITY), distance);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void an_estimate_lies_within(Stage stage) {
    assertEquals(1.5, Intervals.of(stage, 1, 2).enclosure().estimate());
    assertEquals(MIN, Intervals.of(stage, MIN, MIN).enclosure().estimate());
    assertTrue(Double.isFinite(stage.of(1e30).exp().enclosure().estimate()));
    double e = stage.of(1).exp().enclosure().estimate();
    assertEquals(Math.E, e, Math.ulp(Math.E));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void ends_that_are_not_there_are_refused(Stage stage) {
    Enclosure unknown = stage.unknown().enclosure();
    assertThrows(IllegalStateException.class, unknown::lower);
    assertThrows(IllegalStateException.class, unknown::upper);
    Enclosure special = stage.of(Double.NaN).enclosure();
    assertFalse(special.isUnbounded());
    assertThrows(IllegalStateException.class, special::lower);
    assertThrows(IllegalStateException.class, () -> special.distanceFrom(1));
  }

  @Test
  void an_open_end_decides_a_tie() {
    End<BigFloat> tie = new End<>(BigFloat.of(1 + 0x1p-24), true);
    End<BigFloat> above = new End<>(BigFloat.of(1 + 0x1.1p-24), true);
    End<BigFloat> below = new End<>(BigFloat.of(1), true);
    Real.Sign sign = Real.Sign.POSITIVE;
    double up = new WideEnclosure(tie, above, sign).rounded(DType.FLOAT32).orElseThrow();
    assertEquals(1 + 0x1p-23, up);
    double down = new WideEnclosure(below, tie, sign).rounded(DType.FLOAT32).orElseThrow();
    assertEquals(1, down);
  }
}
