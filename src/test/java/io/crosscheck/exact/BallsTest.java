package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Numbers that don't begin at 0, of either sign and in both stages that have arrays. */
class BallsTest {

  private static final double SMALL = 0x1p-60;

  /** Numbers 10 to 13: 3, −5, 0 and one that isn't known, each low part 2^−60 of its high part. */
  private static Balls doubleDoubles() {
    Balls balls = Balls.of(Stage.ofDoubleDouble(), 4);
    balls.moveTo(10, 4);
    balls.set(10, 3, 3 * SMALL);
    balls.set(11, -5, -5 * SMALL);
    balls.set(12, 0, 0);
    balls.set(13, Double.NaN, 0);
    balls.widen(0x1p-80);
    return balls;
  }

  private static Balls doubles() {
    Balls balls = Balls.of(Stage.ofDouble(), 2);
    balls.moveTo(7, 2);
    balls.high()[0] = 3;
    balls.high()[1] = -0x1p-30;
    balls.widen(0x1p-50);
    return balls;
  }

  @Test
  void its_numbers_are_those_from_where_it_was_moved() {
    Balls balls = doubleDoubles();
    assertFalse(balls.covers(9));
    assertTrue(balls.covers(10));
    assertTrue(balls.covers(13));
    assertFalse(balls.covers(14));
    assertEquals(10, balls.first());
    assertEquals(14, balls.end());
    assertEquals(4, balls.room());
    assertEquals(3, balls.estimate(10));
    assertEquals(-5, balls.estimate(11));
  }

  @Test
  void moved_it_covers_no_more_than_it_is_told_and_has_room_for() {
    Balls balls = doubleDoubles();
    balls.moveTo(20, 2);
    assertFalse(balls.covers(22));
    assertEquals(0, balls.relative());
    balls.moveTo(20, 9);
    assertTrue(balls.covers(23));
    assertFalse(balls.covers(24));
    assertEquals(0, Balls.of(Stage.ofBits(192), 9).room());
  }

  @Test
  void a_number_that_is_not_known_is_not_held() {
    Balls balls = doubleDoubles();
    assertTrue(balls.holds(12));
    assertFalse(balls.holds(13));
    assertFalse(balls.holds(14));
    assertFalse(balls.holds(9));
  }

  @Test
  void what_is_forgotten_is_every_other_number_of_the_stride() {
    Balls balls = doubleDoubles();
    balls.set(13, 1, 0);
    balls.forget(11, 2, 2);
    assertTrue(balls.holds(10));
    assertFalse(balls.holds(11));
    assertTrue(balls.holds(12));
    assertFalse(balls.holds(13));
    Balls none = doubles();
    none.forget(7, 1, 0);
    assertTrue(none.holds(7));
  }

  @Test
  void parts_that_overlap_are_brought_apart() {
    Balls balls = doubleDoubles();
    balls.set(10, 1, 1 + 0x1p-52);
    assertEquals(2, balls.estimate(10));
    BigFloat sum = BigFloat.of(1).plus(BigFloat.of(1 + 0x1p-52));
    assertEncloses(Decimals.down(sum), balls, 10);
  }

  @Test
  void an_enclosure_is_the_number_and_its_half_width_to_either_side() {
    Balls balls = doubleDoubles();
    assertEquals(0x1p-80, balls.relative());
    assertEquals(5 * 0x1p-80, balls.radius(11));
    assertEncloses(both(3), balls, 10);
    assertEncloses(both(-5), balls, 11);
    assertEquals(0, balls.enclosure(12).lower().signum());
    assertEquals(0, balls.enclosure(12).upper().signum());
    assertEncloses(new BigDecimal(3), doubles(), 7);
    assertEncloses(Decimals.down(BigFloat.of(-0x1p-30)), doubles(), 8);
  }

  /** Holds the number with its half-width, and no more than a little beyond. */
  private static void assertEncloses(BigDecimal number, Balls balls, int i) {
    boolean wide = balls.enclosure(i) instanceof WideEnclosure;
    Enclosure found = balls.enclosure(i);
    BigDecimal radius = new BigDecimal(balls.radius(i));
    // An ulp to be rounded by in stage D, where a half-width is not much more.
    BigDecimal beyond = new BigDecimal(wide ? SMALL * 0x1p-40 : Math.ulp(balls.estimate(i)));
    assertTrue(found.lower().compareTo(number.subtract(radius)) <= 0, found::toString);
    assertTrue(found.upper().compareTo(number.add(radius)) >= 0, found::toString);
    BigDecimal least = number.subtract(radius).subtract(beyond);
    assertTrue(found.lower().compareTo(least) >= 0, found::toString);
    BigDecimal most = number.add(radius).add(beyond);
    assertTrue(found.upper().compareTo(most) <= 0, found::toString);
  }

  /** high · (1 + 2^−60), exactly. */
  private static BigDecimal both(double high) {
    return new BigDecimal(high).add(new BigDecimal(high * SMALL));
  }

  @Test
  void a_number_that_rounds_to_zero_leaves_its_sign() {
    assertEquals(-0.0, doubles().enclosure(8).rounded(DType.FLOAT16).orElseThrow());
    Balls balls = doubleDoubles();
    balls.set(10, 0x1p-30, 0);
    balls.set(11, -0x1p-30, 0);
    assertEquals(0.0, balls.enclosure(10).rounded(DType.FLOAT16).orElseThrow());
    assertEquals(-0.0, balls.enclosure(11).rounded(DType.FLOAT16).orElseThrow());
  }

  @Test
  void the_most_that_a_number_is_away_counts_both_parts_and_the_half_width() {
    Balls balls = doubleDoubles();
    // 3 + 3·2^−60 is 3·2^−60 away from 3, and may be as much as its half-width more.
    double away = 3 * SMALL + 3 * 0x1p-80;
    assertEquals(away, balls.most(10, 3), 0x1p-48 * away);
    assertTrue(balls.most(10, 3) >= away);
    assertEquals(8, balls.most(11, 3), 0x1p-46);
    assertEquals(1, doubles().most(7, 4), 0x1p-46);
    assertTrue(doubles().most(7, 4) >= 1 + 3 * 0x1p-50);
  }
}
