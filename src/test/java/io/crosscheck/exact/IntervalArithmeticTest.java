package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on intervals of every sign hold the result for every pair of members. */
class IntervalArithmeticTest {

  private static final int COUNT = 1500;
  private static final MathContext DIGITS = new MathContext(90);

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void sums_hold_all_sums(Stage stage) {
    check(stage, Real::plus, BigDecimal::add, false);
    check(stage, Real::minus, BigDecimal::subtract, false);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void products_hold_all_products(Stage stage) {
    check(stage, Real::times, BigDecimal::multiply, false);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void quotients_hold_all_quotients(Stage stage) {
    check(stage, Real::dividedBy, (a, b) -> a.divide(b, DIGITS), true);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void extremes_hold_all_extremes(Stage stage) {
    check(stage, Real::max, BigDecimal::max, false);
    check(stage, Real::min, BigDecimal::min, false);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void the_ends_of_a_maximum_are_the_maxima_of_the_ends(Stage stage) {
    Real max = Intervals.of(stage, -1, 3).max(Intervals.of(stage, 1, 2));
    assertEquals(1, max.enclosure().lower().intValueExact());
    assertEquals(3, max.enclosure().upper().intValueExact());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void intervals_of_dyadic_ends_give_exact_hulls(Stage stage) {
    Real product = Intervals.of(stage, -2, 3).times(Intervals.of(stage, -5, 4));
    assertEquals(-15, product.enclosure().lower().intValueExact());
    assertEquals(12, product.enclosure().upper().intValueExact());
    Real quotient = Intervals.of(stage, -2, 3).dividedBy(Intervals.of(stage, -8, -4));
    assertEquals(new BigDecimal("-0.75"), quotient.enclosure().lower());
    assertEquals(new BigDecimal("0.5"), quotient.enclosure().upper().stripTrailingZeros());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void functions_of_intervals_hold_the_images_of_both_ends(Stage stage) {
    Oracle oracle = Oracle.FINE;
    Enclosure exp = Intervals.of(stage, -3, 2).exp().enclosure();
    assertTrue(oracle.isWithin(oracle.exp(BigDecimal.valueOf(-3)), exp));
    assertTrue(oracle.isWithin(oracle.exp(BigDecimal.valueOf(2)), exp));
    Enclosure ln = Intervals.of(stage, 0.25, 7).ln().enclosure();
    assertTrue(oracle.isWithin(oracle.ln(new BigDecimal("0.25")), ln));
    assertTrue(oracle.isWithin(oracle.ln(BigDecimal.valueOf(7)), ln));
    Enclosure log1p = Intervals.of(stage, -0.75, 7).log1p().enclosure();
    assertTrue(oracle.isWithin(oracle.log1p(new BigDecimal("-0.75")), log1p));
    assertTrue(oracle.isWithin(oracle.log1p(BigDecimal.valueOf(7)), log1p));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void results_at_the_ends_of_the_doubles_are_held(Stage stage) {
    // A double-double whose second part is positive, negative or 0.
    for (double rest : new double[] {0x1p-80, -0x1p-80, 0}) {
      Real one = stage.of(1).plus(stage.of(rest));
      BigDecimal exact = BigDecimal.ONE.add(new BigDecimal(rest));
      assertScaled(exact, one.times(stage.of(0x1p-500)).times(stage.of(0x1p-500)), -1000);
      assertScaled(exact, stage.of(0x1p500).times(one).times(stage.of(0x1p510)), 1010);
      assertScaled(exact, one.dividedBy(stage.of(0x1p1010)), -1010);
      assertScaled(exact.negate(), one.negated().times(stage.of(0x1p1010)), 1010);
    }
    Real huge = stage.of(1e200).times(stage.of(1e200));
    assertEquals(Real.Sign.POSITIVE, huge.sign());
    assertTrue(huge.enclosure().estimate() == Double.MAX_VALUE);
    Real quotient = stage.of(-1e200).dividedBy(stage.of(1e-200));
    assertEquals(Real.Sign.NEGATIVE, quotient.sign());
    assertTrue(quotient.enclosure().estimate() == -Double.MAX_VALUE);
  }

  /** Multiplied back, half of these quotients are beyond the largest double. */
  @ParameterizedTest
  @MethodSource("stages")
  void a_quotient_of_the_largest_double_is_held(Stage stage) {
    Random random = new Random(8);
    BigDecimal largest = new BigDecimal(Double.MAX_VALUE);
    for (int i = 0; i < 50; i++) {
      double divisor = (1 + random.nextDouble()) * 0x1p200;
      Enclosure found = stage.of(Double.MAX_VALUE).dividedBy(stage.of(divisor)).enclosure();
      BigDecimal exact = largest.divide(new BigDecimal(divisor), DIGITS);
      assertTrue(Oracle.FINE.isWithin(exact, found), found::toString);
      assertTrue(Oracle.FINE.relativeHalfWidth(found, exact) < 0x1p-51, found::toString);
    }
  }

  private static void assertScaled(BigDecimal number, Real real, int power) {
    BigDecimal scale = BigDecimal.valueOf(2).pow(Math.abs(power));
    BigDecimal exact = power > 0 ? number.multiply(scale) : number.divide(scale);
    Enclosure found = real.enclosure();
    assertTrue(Oracle.FINE.isWithin(exact, found), found::toString);
    double width = Oracle.FINE.relativeHalfWidth(found, exact);
    // A power of 2 as it is, in every stage.
    double most = number.abs().equals(BigDecimal.ONE) ? 0 : 0x1p-51;
    assertTrue(width <= most, () -> found + " is " + width + " wide");
  }

  private static void check(
      Stage stage,
      BinaryOperator<Real> operation,
      BinaryOperator<BigDecimal> truth,
      boolean isDivision) {
    Random random = new Random(5);
    for (int i = 0; i < COUNT; i++) {
      double[] a = ends(random);
      double[] b = ends(random);
      if (isDivision && b[0] <= 0 && b[1] >= 0) {
        continue;
      }
      Real result =
          operation.apply(Intervals.of(stage, a[0], a[1]), Intervals.of(stage, b[0], b[1]));
      for (int k = 0; k < 4; k++) {
        BigDecimal exact = truth.apply(new BigDecimal(a[k & 1]), new BigDecimal(b[k >> 1]));
        assertTrue(
            Oracle.FINE.isWithin(exact, result.enclosure()) && !result.enclosure().isUnbounded(),
            () -> a[0] + ".." + a[1] + " and " + b[0] + ".." + b[1] + ": " + result.enclosure());
      }
    }
  }

  /** Points and intervals, of either sign or both, next to each other or far apart. */
  private static double[] ends(Random random) {
    double low = Math.scalb(random.nextGaussian(), random.nextInt(60) - 30);
    double width = Math.scalb(random.nextDouble(), random.nextInt(60) - 50);
    double high = random.nextInt(3) == 0 ? low : low + Math.abs(low) * width;
    return new double[] {low, random.nextInt(8) == 0 ? Math.max(low, 0) : high};
  }
}
