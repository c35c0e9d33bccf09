package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {

  private static final int BITS = 20;
  private static final int COUNT = 5000;

  /** A number of either sign with few bits or many, and an exponent from a range of 100. */
  private static BigFloat draw(Random random) {
    BigInteger significand = new BigInteger(1 + random.nextInt(50), random).add(BigInteger.ONE);
    int exponent = random.nextInt(100) - 50;
    return BigFloat.of(random.nextBoolean() ? significand : significand.negate(), exponent);
  }

  @Test
  void a_sum_has_the_bounds_of_the_exact_one() {
    Random random = new Random(11);
    for (int i = 0; i < COUNT; i++) {
      BigFloat a = draw(random);
      BigFloat b = draw(random);
      assertEquals(Rounding.both(a.plus(b), BITS), Rounding.sum(a, b, BITS), a + " + " + b);
    }
  }

  @Test
  void a_sum_with_zero_is_the_number_itself() {
    BigFloat tiny = BigFloat.ONE.scaled(-1000);
    assertEquals(Bounds.exactly(tiny), Rounding.sum(BigFloat.ZERO, tiny, BITS));
    assertEquals(Bounds.exactly(tiny), Rounding.sum(tiny, BigFloat.ZERO, BITS));
  }

  @Test
  void a_sum_of_numbers_however_far_apart_is_one_unit_wide() {
    BigFloat tiny = BigFloat.ONE.scaled(-1L << 40);
    BigFloat unit = BigFloat.ONE.scaled(1 - BITS);
    Bounds<BigFloat> above = new Bounds<>(BigFloat.ONE, BigFloat.ONE.plus(unit));
    assertEquals(above, Rounding.sum(BigFloat.ONE, tiny, BITS));
    assertEquals(above, Rounding.sum(tiny, BigFloat.ONE, BITS));
    BigFloat below = BigFloat.ONE.plus(unit.scaled(-1).negated());
    assertEquals(
        new Bounds<>(below, BigFloat.ONE), Rounding.sum(tiny.negated(), BigFloat.ONE, BITS));
  }

  @Test
  void a_quotient_is_exact_or_one_unit_wide_around_the_exact_one() {
    Random random = new Random(12);
    for (int i = 0; i < COUNT; i++) {
      BigFloat a = draw(random);
      BigFloat b = draw(random);
      Bounds<BigFloat> bounds = Rounding.quotient(a, b, BITS);
      assertQuotient(bounds, a, b);
      BigFloat short1 = a.down(10);
      assertEquals(Bounds.exactly(short1), Rounding.quotient(short1.times(b), b, BITS));
    }
  }

  /** lower ≤ a/b ≤ upper, multiplied by b, and the two are neighbours. */
  private static void assertQuotient(Bounds<BigFloat> bounds, BigFloat a, BigFloat b) {
    BigFloat left = bounds.lower().times(b);
    BigFloat right = bounds.upper().times(b);
    String what = a + " / " + b + " in " + bounds;
    assertTrue((b.signum() > 0 ? left : right).compareTo(a) <= 0, what);
    assertTrue((b.signum() > 0 ? right : left).compareTo(a) >= 0, what);
    if (!bounds.isExact()) {
      BigFloat width = bounds.upper().plus(bounds.lower().negated());
      BigFloat larger = bounds.lower().signum() > 0 ? bounds.upper() : bounds.lower();
      assertEquals(BigFloat.ONE.scaled(width.magnitude()), width, what);
      // Of two neighbours the larger is at most 2^BITS units, and 2^(BITS − 1) at least.
      long units = larger.magnitude() - width.magnitude();
      assertTrue(units >= BITS - 1 && units <= BITS, what);
    }
  }

  @Test
  void what_is_known_within_an_error_is_bounded_by_it() {
    Random random = new Random(13);
    for (int i = 0; i < COUNT; i++) {
      BigFloat number = draw(random);
      Bounds<BigFloat> bounds = Rounding.around(number, 10, BITS);
      BigFloat size = number.signum() > 0 ? number : number.negated();
      BigFloat error = size.scaled(-10);
      assertTrue(bounds.lower().compareTo(number.plus(error.negated())) <= 0, number::toString);
      assertTrue(bounds.upper().compareTo(number.plus(error)) >= 0, number::toString);
      // Twice the error, and a unit for the rounding.
      BigFloat most = size.scaled(-9).plus(size.scaled(2 - BITS));
      assertTrue(bounds.upper().compareTo(number.plus(most)) <= 0, number::toString);
      assertTrue(bounds.lower().compareTo(number.plus(most.negated())) >= 0, number::toString);
    }
  }
}
