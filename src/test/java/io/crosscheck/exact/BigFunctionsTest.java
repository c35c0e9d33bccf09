package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions made for the test, of few bits and of many: those of the stages are made once. */
class BigFunctionsTest {

  private static final double[] ARGUMENTS = {0.3, 0.7, 1.4, 3, 21.25, 0x1p-17, 0x1p-40};

  private interface Function extends BiFunction<BigFunctions, BigFloat, Bounds<BigFloat>> {}

  @ParameterizedTest
  @ValueSource(ints = {192, 3072, 8192})
  void bounds_hold_those_of_twice_as_many_bits_and_are_as_narrow_as_documented(int bits) {
    BigFunctions coarse = new BigFunctions(bits);
    BigFunctions fine = new BigFunctions(2 * bits);
    for (double argument : ARGUMENTS) {
      BigFloat x = BigFloat.of(argument);
      assertWithin(coarse, fine, BigFunctions::exp, x, bits);
      assertWithin(coarse, fine, BigFunctions::exp, x.negated(), bits);
      assertWithin(coarse, fine, BigFunctions::ln, x, bits);
      assertWithin(coarse, fine, BigFunctions::log1p, x, bits);
      if (argument < 1) {
        assertWithin(coarse, fine, BigFunctions::log1p, x.negated(), bits);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-20, -7, -1, 0, 1, 3, 9, 40})
  void bounds_beside_0_and_1_are_as_narrow_as_elsewhere(int beyond) {
    int bits = 192;
    BigFunctions coarse = new BigFunctions(bits);
    BigFunctions fine = new BigFunctions(4 * bits);
    BigFloat x = BigFloat.of(1.25).scaled(-bits - beyond);
    for (BigFloat either : new BigFloat[] {x, x.negated()}) {
      assertWithin(coarse, fine, BigFunctions::exp, either, bits);
      assertWithin(coarse, fine, BigFunctions::log1p, either, bits);
      assertWithin(coarse, fine, BigFunctions::ln, BigFloat.ONE.plus(either), bits);
    }
  }

  /** Documented are 2^−p and 2^−(p + 16), to both sides. */
  private static void assertWithin(
      BigFunctions coarse, BigFunctions fine, Function function, BigFloat x, int bits) {
    Bounds<BigFloat> outer = function.apply(coarse, x);
    Bounds<BigFloat> inner = function.apply(fine, x);
    String what = x + " in " + outer;
    assertTrue(outer.lower().compareTo(inner.lower()) <= 0, what);
    assertTrue(outer.upper().compareTo(inner.upper()) >= 0, what);
    BigFloat width = outer.upper().plus(outer.lower().negated());
    long relative = width.magnitude() - inner.lower().magnitude();
    assertTrue(relative <= 2 - bits, () -> what + ": " + relative);
  }

  @Test
  void ln_2_is_that_of_an_independent_library() {
    BigDecimal unit = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(230));
    BigDecimal ln2 = new BigDecimal(new FixedPoint(230).ln2()).multiply(unit);
    BigDecimal off = ln2.subtract(Oracle.FINE.ln(BigDecimal.valueOf(2))).abs();
    // Less than 2^7 units for each 10 bits.
    assertTrue(off.compareTo(unit.multiply(BigDecimal.valueOf(23 << 7))) < 0, off::toString);
  }

  @Test
  void a_double_double_next_to_a_number_is_within_2_to_the_minus_106_of_it() {
    BigFloat number = BigFloat.of(3).plus(BigFloat.of(0x1.234567p-60));
    DoubleDouble nearest = DoubleDouble.nearest(number);
    assertEquals(new DoubleDouble(3, 0x1.234567p-60), nearest);
    BigFloat more = number.plus(BigFloat.ONE.scaled(-150));
    assertEquals(nearest, DoubleDouble.nearest(more));
  }

  @Test
  void tables_hold_the_powers_of_two() {
    PowersOfTwo powers = PowersOfTwo.of(3, 8);
    assertEquals(8, powers.high().length);
    for (int j = 0; j < 8; j++) {
      BigDecimal exponent = Oracle.FINE.ln(BigDecimal.valueOf(2)).multiply(new BigDecimal(j / 8.0));
      BigDecimal power = Oracle.FINE.exp(exponent);
      assertNear(power, powers.high()[j], powers.low()[j], 106);
    }
  }

  @Test
  void ln_2_comes_in_three_parts_of_which_two_are_short() {
    double[] parts = PowersOfTwo.logarithm(7, 35);
    BigDecimal whole =
        Oracle.FINE.ln(BigDecimal.valueOf(2)).multiply(Decimals.down(BigFloat.ONE.scaled(-7)));
    assertEquals(parts[0], BigFloat.of(parts[0]).down(35).doubleDown());
    assertEquals(parts[1], BigFloat.of(parts[1]).down(35).doubleDown());
    BigDecimal two = new BigDecimal(parts[0]).add(new BigDecimal(parts[1]));
    assertTrue(two.compareTo(whole) < 0);
    assertTrue(new BigDecimal(parts[0]).compareTo(whole) < 0);
    BigDecimal off = whole.subtract(two).subtract(new BigDecimal(parts[2])).abs();
    assertTrue(off.compareTo(new BigDecimal(Math.ulp(parts[2]))) <= 0, off::toString);
  }

  private static void assertNear(BigDecimal exact, double high, double low, int bits) {
    BigDecimal found = new BigDecimal(high).add(new BigDecimal(low));
    BigDecimal most = exact.multiply(BigDecimal.valueOf(0.5).pow(bits));
    assertTrue(found.subtract(exact).abs().compareTo(most) <= 0, high + " + " + low);
  }
}
