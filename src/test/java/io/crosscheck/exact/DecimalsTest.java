package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DecimalsTest {

  @Test
  void ordinary_exponents_convert_exactly() {
    BigFloat number = BigFloat.of(0.3).scaled(-4000);
    BigDecimal exact = new BigDecimal(0.3).divide(BigDecimal.valueOf(2).pow(4000));
    assertEquals(0, exact.compareTo(Decimals.down(number)));
    assertEquals(0, exact.compareTo(Decimals.up(number)));
    assertEquals(0, exact.negate().compareTo(Decimals.down(number.negated())));
  }

  @Test
  void the_last_exponents_that_convert_exactly_are_5000_and_minus_5000() {
    for (int exponent : new int[] {5000, -5000}) {
      BigDecimal two = exponent > 0 ? BigDecimal.valueOf(2) : new BigDecimal("0.5");
      BigFloat number = BigFloat.ONE.scaled(exponent);
      assertEquals(0, two.pow(5000).compareTo(Decimals.down(number)));
      assertEquals(0, two.pow(5000).compareTo(Decimals.up(number)));
    }
  }

  @Test
  void far_exponents_are_rounded_outwards_to_sixty_digits() {
    assertOutwards(BigFloat.of(0.3).scaled(-20_000), new BigDecimal("0.5").pow(20_000));
    assertOutwards(BigFloat.of(0.3).scaled(20_000), BigDecimal.valueOf(2).pow(20_000));
  }

  private static void assertOutwards(BigFloat number, BigDecimal power) {
    BigDecimal exact = new BigDecimal(0.3).multiply(power);
    BigDecimal down = Decimals.down(number);
    BigDecimal up = Decimals.up(number);
    assertTrue(down.compareTo(exact) < 0 && up.compareTo(exact) > 0);
    assertTrue(down.precision() <= 60 && up.precision() <= 60);
    BigDecimal width = up.subtract(down);
    assertTrue(width.compareTo(exact.multiply(new BigDecimal("1e-58"))) < 0, () -> "" + width);
    assertEquals(up.negate(), Decimals.down(number.negated()));
    assertEquals(down.negate(), Decimals.up(number.negated()));
  }

  @Test
  void the_smallest_exponents_of_all_lie_between_zero_and_something_small() {
    BigFloat number = BigFloat.ONE.scaled(-1L << 40);
    assertEquals(0, Decimals.down(number).signum());
    assertTrue(Decimals.up(number).signum() > 0);
    assertTrue(Decimals.up(number).compareTo(new BigDecimal("1e-300000000")) < 0);
  }

  @Test
  void a_coarse_power_has_bounds_of_few_digits() {
    Enclosure enclosure = Stage.ofBits(192).of(-2e6).exp().enclosure();
    // log10(e^−2000000) = −868588.96…
    assertTrue(enclosure.lower().compareTo(new BigDecimal("1e-868589")) > 0);
    assertTrue(enclosure.upper().compareTo(new BigDecimal("1.1e-868589")) < 0);
  }
}
