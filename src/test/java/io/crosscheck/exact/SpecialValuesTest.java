package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecialValuesTest {

  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double[] VALUES = {Double.NaN, -INF, -2, 0, 2, INF};

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  }

  private interface DoubleOperator {
    double of(double a, double b);
  }

  private static void assertLikeIeee(
      Stage stage, BinaryOperator<Real> operation, DoubleOperator ieee) {
    for (double a : VALUES) {
      for (double b : VALUES) {
        Real result = operation.apply(stage.of(a), stage.of(b));
        // An exact zero has no sign: compare with +0.
        assertEquals(ieee.of(a, b) + 0.0, result.enclosure().estimate(), a + " and " + b);
        assertEquals(!Double.isFinite(ieee.of(a, b)), result.isSpecial(), a + " and " + b);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void arithmetic_follows_ieee_754(Stage stage) {
    assertLikeIeee(stage, Real::plus, (a, b) -> a + b);
    assertLikeIeee(stage, Real::minus, (a, b) -> a - b);
    assertLikeIeee(stage, Real::times, (a, b) -> a * b);
    assertLikeIeee(stage, Real::dividedBy, (a, b) -> a / b);
    assertLikeIeee(stage, Real::max, Math::max);
    assertLikeIeee(stage, Real::min, Math::min);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void functions_follow_ieee_754_at_their_limits(Stage stage) {
    assertEquals(INF, stage.of(INF).exp().enclosure().estimate());
    assertEquals(0, stage.of(-INF).exp().enclosure().estimate());
    assertEquals(INF, stage.of(INF).ln().enclosure().estimate());
    assertEquals(-INF, stage.of(0).ln().enclosure().estimate());
    assertEquals(-INF, stage.of(-1).log1p().enclosure().estimate());
    assertEquals(INF, stage.of(INF).log1p().enclosure().estimate());
    for (Real refused : List.of(stage.of(-INF), stage.of(-3), stage.of(Double.NaN))) {
      assertEquals(Double.NaN, refused.ln().enclosure().estimate());
      assertEquals(Double.NaN, refused.log1p().enclosure().estimate());
    }
    assertEquals(Double.NaN, stage.of(Double.NaN).exp().enclosure().estimate());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void whatever_is_computed_from_an_unknown_number_is_unknown(Stage stage) {
    Real unknown = stage.unknown();
    Stream.of(
            unknown.negated(),
            unknown.exp(),
            unknown.ln(),
            unknown.log1p(),
            unknown.plus(stage.of(3)),
            unknown.plus(stage.of(INF)),
            unknown.times(stage.of(0)),
            unknown.times(stage.of(INF)),
            unknown.max(stage.of(3)),
            unknown.max(stage.of(INF)),
            unknown.min(stage.of(-INF)),
            unknown.dividedBy(stage.of(3)),
            unknown.dividedBy(stage.of(INF)),
            stage.of(0).dividedBy(unknown),
            stage.of(3).dividedBy(unknown))
        .forEach(real -> assertTrue(real.isUnknown() && real.enclosure().isUnbounded()));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void infinities_have_signs_and_not_a_number_has_none(Stage stage) {
    assertEquals(Real.Sign.POSITIVE, stage.of(INF).sign());
    assertEquals(Real.Sign.NEGATIVE, stage.of(-INF).sign());
    assertEquals(Real.Sign.UNKNOWN, stage.of(Double.NaN).sign());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void not_a_number_wins_over_an_unknown_number(Stage stage) {
    Real nan = stage.of(Double.NaN);
    assertTrue(stage.unknown().plus(nan).isSpecial());
    assertTrue(stage.unknown().times(nan).isSpecial());
    assertTrue(nan.dividedBy(stage.unknown()).isSpecial());
    assertTrue(stage.unknown().max(nan).isSpecial());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_quotient_or_logarithm_that_may_be_special_is_unknown(Stage stage) {
    Real aroundZero = Intervals.of(stage, -1, 1);
    assertTrue(stage.of(1).dividedBy(aroundZero).isUnknown());
    assertTrue(stage.of(0).dividedBy(aroundZero).isUnknown());
    assertTrue(stage.of(INF).times(aroundZero).isUnknown());
    assertTrue(aroundZero.ln().isUnknown());
    assertTrue(Intervals.of(stage, -1, 1).log1p().isUnknown());
    assertTrue(Intervals.of(stage, 0, 1).ln().isUnknown());
    assertTrue(aroundZero.dividedBy(stage.of(0)).isUnknown());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_finite_number_over_infinity_is_exactly_zero_whatever_its_sign(Stage stage) {
    Real quotient = Intervals.of(stage, -1, 1).dividedBy(stage.of(-INF));
    assertEquals(Real.Sign.ZERO, quotient.sign());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_power_that_underflows_is_still_positive(Stage stage) {
    Real tiny = stage.of(-1e9).exp();
    assertEquals(Real.Sign.POSITIVE, tiny.sign());
    assertEquals(Real.Sign.NEGATIVE, tiny.negated().sign());
    assertEquals(Real.Sign.POSITIVE, tiny.times(tiny).sign());
    assertEquals(Real.Sign.POSITIVE, tiny.plus(stage.of(0)).sign());
    assertEquals(Real.Sign.NEGATIVE, tiny.negated().log1p().sign());
    assertEquals(Real.Sign.POSITIVE, tiny.dividedBy(stage.of(3)).sign());
    assertFalse(tiny.ln().isUnknown());
    assertFalse(stage.of(1).dividedBy(tiny).isUnknown());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_power_that_overflows_is_finite(Stage stage) {
    Real huge = stage.of(1e30).exp();
    assertFalse(huge.isSpecial());
    assertTrue(huge.enclosure().isUnbounded());
    assertEquals(Real.Sign.POSITIVE, huge.sign());
    assertEquals(Real.Sign.POSITIVE, stage.of(1).dividedBy(huge).sign());
    assertTrue(huge.log1p().enclosure().isUnbounded());
    assertTrue(huge.ln().enclosure().isUnbounded());
  }
}
