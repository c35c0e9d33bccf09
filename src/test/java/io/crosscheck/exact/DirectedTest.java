package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectedTest {

  private static final int COUNT = 20_000;

  @Test
  void sums_are_the_neighbours_of_the_exact_sum() {
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      double a = draw(random, i % 4);
      double b = i % 3 == 0 ? -a * (1 + random.nextInt(5) * 0x1p-52) : draw(random, i % 4);
      BigDecimal exact = new BigDecimal(a).add(new BigDecimal(b));
      assertNeighbours(exact, Directed.sumDown(a, b), Directed.sumUp(a, b), a + " + " + b);
    }
  }

  @Test
  void products_are_the_neighbours_of_the_exact_product() {
    Random random = new Random(2);
    for (int i = 0; i < COUNT; i++) {
      double a = draw(random, i % 4);
      double b = draw(random, i / 4 % 4);
      BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b));
      double down = Directed.productDown(a, b);
      assertNeighbours(exact, down, Directed.productUp(a, b), a + " * " + b);
    }
  }

  @Test
  void quotients_are_the_neighbours_of_the_exact_quotient() {
    Random random = new Random(3);
    for (int i = 0; i < COUNT; i++) {
      double b = draw(random, i / 4 % 4);
      b = b == 0 ? Double.MIN_VALUE : b;
      double a = i % 5 == 0 ? b * random.nextInt(100) : draw(random, i % 4);
      double down = Directed.quotientDown(a, b);
      double up = Directed.quotientUp(a, b);
      // down ≤ a/b ≤ up, multiplied by |b|
      BigDecimal size = new BigDecimal(b).abs();
      BigDecimal signed = new BigDecimal(b > 0 ? a : -a);
      String what = a + " / " + b + " in " + down + ", " + up;
      assertTrue(isInfinite(down) || times(down, size).compareTo(signed) <= 0, what);
      assertTrue(isInfinite(up) || times(up, size).compareTo(signed) >= 0, what);
      boolean exact = !isInfinite(down) && times(down, size).compareTo(signed) == 0;
      assertEquals((exact ? down : Math.nextUp(down)) + 0.0, up + 0.0, what);
    }
  }

  @Test
  void a_result_beyond_the_largest_double_has_one_infinite_bound() {
    assertEquals(Double.MAX_VALUE, Directed.sumDown(Double.MAX_VALUE, Double.MAX_VALUE));
    assertEquals(Double.POSITIVE_INFINITY, Directed.sumUp(Double.MAX_VALUE, Double.MAX_VALUE));
    assertEquals(Double.NEGATIVE_INFINITY, Directed.productDown(-1e200, 1e200));
    assertEquals(-Double.MAX_VALUE, Directed.productUp(-1e200, 1e200));
    assertEquals(Double.MAX_VALUE, Directed.quotientDown(1e200, 1e-200));
    assertEquals(Double.POSITIVE_INFINITY, Directed.quotientUp(1e200, 1e-200));
  }

  @Test
  void an_end_of_zero_is_one_of_a_positive_divisor_whatever_its_sign() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertEquals(Double.POSITIVE_INFINITY, Directed.quotientUp(1, zero));
      assertEquals(Double.NEGATIVE_INFINITY, Directed.quotientDown(-1, zero));
    }
  }

  /** Ordinary numbers, few bits, tiny ones and all exponents. */
  private static double draw(Random random, int family) {
    double significand = random.nextDouble() * 2 - 1;
    return switch (family) {
          case 0 -> significand;
          case 1 -> random.nextInt(64) - 32;
          case 2 -> Math.scalb(significand, -random.nextInt(110) - 965);
          default -> Math.scalb(significand, random.nextInt(1500) - 1000);
        }
        + (family == 1 ? 0.5 : 0);
  }

  private static void assertNeighbours(BigDecimal exact, double down, double up, String what) {
    String seen = what + " in " + down + ", " + up;
    assertTrue(isInfinite(down) || new BigDecimal(down).compareTo(exact) <= 0, seen);
    assertTrue(isInfinite(up) || new BigDecimal(up).compareTo(exact) >= 0, seen);
    boolean isExact = !isInfinite(down) && new BigDecimal(down).compareTo(exact) == 0;
    assertEquals((isExact ? down : Math.nextUp(down)) + 0.0, up + 0.0, seen);
  }

  private static BigDecimal times(double bound, BigDecimal size) {
    return new BigDecimal(bound).multiply(size);
  }

  private static boolean isInfinite(double x) {
    return Double.isInfinite(x);
  }
}
