package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class BigFloatTest {

  private static BigFloat whole(long number) {
    return BigFloat.of(BigInteger.valueOf(number), 0);
  }

  @Test
  void a_double_is_taken_exactly_at_both_ends_of_the_normal_numbers() {
    assertEquals(BigFloat.ONE.scaled(-1022), BigFloat.of(Double.MIN_NORMAL));
    assertEquals(BigFloat.ONE.scaled(-1074), BigFloat.of(Double.MIN_VALUE));
    assertEquals(
        BigFloat.of(BigInteger.valueOf((1L << 53) - 1), 971), BigFloat.of(Double.MAX_VALUE));
    assertEquals(BigFloat.ZERO, BigFloat.of(-0.0));
  }

  @Test
  void bits_beyond_those_asked_for_are_cut_off_on_the_side_asked_for() {
    assertEquals(whole(20), whole(0b10111).down(3));
    assertEquals(whole(24), whole(0b10111).up(3));
    assertEquals(whole(-24), whole(-0b10111).down(3));
    assertEquals(whole(-20), whole(-0b10111).up(3));
    assertEquals(whole(0b10111), whole(0b10111).down(5));
    assertEquals(whole(0b10111), whole(0b10111).up(5));
  }

  @Test
  void a_double_is_its_own_bound_and_others_lie_between_two() {
    for (double x : new double[] {1.5, -1.5, 0, Double.MIN_VALUE, Double.MAX_VALUE}) {
      assertEquals(x, BigFloat.of(x).doubleDown());
      assertEquals(x, BigFloat.of(x).doubleUp());
    }
    BigFloat above = BigFloat.of(1.5).plus(BigFloat.ONE.scaled(-80));
    assertEquals(1.5, above.doubleDown());
    assertEquals(Math.nextUp(1.5), above.doubleUp());
    assertEquals(-1.5, above.negated().doubleUp());
    assertEquals(Double.MAX_VALUE, BigFloat.ONE.scaled(5000).doubleDown());
  }

  @Test
  void numbers_and_infinities_are_in_order() {
    BigFloat[] ascending = {
      BigFloat.MINUS_INFINITY,
      BigFloat.ONE.scaled(1L << 40).negated(),
      whole(-3),
      BigFloat.of(-2.5),
      BigFloat.ZERO,
      BigFloat.ONE.scaled(-1L << 40),
      BigFloat.of(2.5),
      whole(3),
      BigFloat.ONE.scaled(1L << 40),
      BigFloat.INFINITY
    };
    for (int i = 0; i < ascending.length; i++) {
      for (int k = 0; k < ascending.length; k++) {
        int order = Integer.signum(ascending[i].compareTo(ascending[k]));
        assertEquals(Integer.compare(i, k), order, ascending[i] + " and " + ascending[k]);
      }
    }
  }

  @Test
  void equal_numbers_are_equal_however_they_are_made() {
    assertEquals(whole(12), BigFloat.of(BigInteger.valueOf(3), 2));
    assertEquals(whole(12).hashCode(), BigFloat.of(BigInteger.valueOf(3), 2).hashCode());
    assertNotEquals(whole(12), whole(24));
    assertNotEquals(whole(12), whole(20));
    assertNotEquals(whole(1), new Object());
    assertTrue(whole(12).hashCode() != whole(20).hashCode());
    assertTrue(whole(12).hashCode() != whole(24).hashCode());
    assertEquals("3*2^2", whole(12).toString());
  }
}
