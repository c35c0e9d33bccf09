package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers with half-widths of their own: those of a {@link Real} each. */
class BallsOfRealsTest {

  private static final BigDecimal ROUNDINGS = BigDecimal.valueOf(2).pow(-49, MathContext.DECIMAL64);
  private static final BigDecimal SUBNORMALS = new BigDecimal(2 * Double.MIN_VALUE);
  private static final BigDecimal WIDTHS = new BigDecimal("1.01");

  static List<Stage> stages() {
    return List.of(Stage.ofDouble(), Stage.ofDoubleDouble());
  }

  private static Balls of(Stage stage, Real... numbers) {
    Balls balls = Balls.of(stage, numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      balls.set(i, numbers[i]);
    }
    return balls;
  }

  /** Holds what it says of the distance from y against both ends, in decimals. */
  private static void assertReaches(Real number, Balls balls, double y) {
    BigDecimal most = new BigDecimal(balls.most(0, y));
    BigDecimal fromLower = new BigDecimal(y).subtract(number.enclosure().lower()).abs();
    BigDecimal fromUpper = new BigDecimal(y).subtract(number.enclosure().upper()).abs();
    BigDecimal farther = fromLower.max(fromUpper);
    BigDecimal width = number.enclosure().upper().subtract(number.enclosure().lower());
    BigDecimal roundings = farther.multiply(ROUNDINGS);
    assertTrue(most.compareTo(farther) >= 0, () -> most + " for " + farther);
    BigDecimal spare = farther.add(width.multiply(WIDTHS)).add(roundings).add(SUBNORMALS);
    assertTrue(most.compareTo(spare) <= 0, () -> most + " for " + farther);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void the_most_that_a_number_is_away_reaches_both_of_its_ends(Stage stage) {
    Real third = stage.of(1).dividedBy(stage.of(3));
    List<Real> numbers =
        List.of(
            third,
            third.negated(),
            third.times(stage.of(0x1p-600)),
            stage.of(2).ln().minus(stage.of(0x1.62e42p-1)),
            stage.of(-700).exp(),
            Intervals.of(stage, 3, 3.5),
            Intervals.of(stage, -3.5, -3),
            Intervals.of(stage, -0x1p-1070, -0x1p-1071),
            Intervals.of(stage, 0x1p1022, 0x1.8p1022));
    for (Real number : numbers) {
      Balls balls = of(stage, number);
      double estimate = number.enclosure().estimate();
      for (double y : new double[] {estimate, Math.nextUp(estimate), 0, -estimate, 2.5, -0x1p900}) {
        assertReaches(number, balls, y);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_number_without_width_is_as_far_away_as_it_is(Stage stage) {
    Balls balls = of(stage, stage.of(0.25), stage.of(0), stage.of(-3));
    assertEquals(0, balls.radius(0));
    assertEquals(0, balls.most(0, 0.25));
    assertEquals(0, balls.most(1, 0));
    assertEquals(0, balls.most(1, -0.0));
    assertEquals(0, balls.most(2, -3));
    assertEquals(0.25, balls.most(1, 0.25), 0x1p-50);
    assertEquals(0, balls.relative());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void what_has_no_two_ends_is_not_known(Stage stage) {
    double infinite = Double.POSITIVE_INFINITY;
    Balls balls =
        of(
            stage,
            stage.of(Double.NaN),
            stage.of(infinite),
            stage.unknown(),
            Intervals.of(stage, 1, infinite),
            Intervals.of(stage, -infinite, 1),
            stage.of(2).times(stage.of(Double.MAX_VALUE)));
    for (int i = 0; i < balls.room(); i++) {
      assertTrue(Double.isNaN(balls.estimate(i)), "number " + i);
      assertFalse(balls.most(i, 1) < infinite, "number " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("stages")
  void around_zero_nothing_is_known_but_zero(Stage stage) {
    double least = Double.MIN_VALUE;
    Balls balls = of(stage, Intervals.of(stage, 0, least), Intervals.of(stage, -least, least));
    assertFalse(balls.most(0, 0) < least);
    assertFalse(balls.most(1, 0) < least);
  }

  @ParameterizedTest
  @MethodSource("stages")
  void its_enclosure_is_left_to_the_number_itself(Stage stage) {
    Balls balls = of(stage, stage.of(0.25), stage.of(Double.NaN));
    assertTrue(balls.covers(0));
    assertFalse(balls.holds(0));
    assertFalse(balls.holds(1));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void the_widest_of_them_counts_beside_those_that_share_a_half_width(Stage stage) {
    Balls balls = of(stage, Intervals.of(stage, 3, 3.5), stage.of(1));
    double widest = balls.relative();
    assertTrue(widest >= 0.25 / 3.5 && widest < 0.51 / 3, () -> "" + widest);
    balls.widen(0x1p-60);
    assertEquals(widest, balls.relative());
    balls.widen(0.75);
    assertEquals(0.75, balls.relative());
    assertEquals(0, balls.radius(1));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void elsewhere_the_half_widths_are_forgotten(Stage stage) {
    Balls balls = of(stage, Intervals.of(stage, 3, 3.5), stage.of(1));
    balls.moveTo(5, 2);
    balls.high()[0] = 3;
    balls.widen(0x1p-60);
    assertEquals(0x1p-60, balls.relative());
    assertEquals(3 * 0x1p-60, balls.radius(5));
    assertTrue(balls.holds(5));
  }
}
