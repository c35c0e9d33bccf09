package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DTypeTest {

  // IEEE 754-2019, table 3.5; bfloat16 is the upper half of binary32.
  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 0x1p-11, 0x1p-24, 0x1p-14, 0x1.ffcp15",
    "BFLOAT16, 0x1p-8, 0x1p-133, 0x1p-126, 0x1.fep127",
    "FLOAT32, 0x1p-24, 0x1p-149, 0x1p-126, 0x1.fffffep127",
    "FLOAT64, 0x1p-53, 0x1p-1074, 0x1p-1022, 0x1.fffffffffffffp1023"
  })
  void constants_are_those_of_the_binary_formats(
      DType dtype, String u, String eta, String normal, String largest) {
    assertThat(dtype.unitRoundoff(), is(Double.parseDouble(u)));
    assertThat(dtype.smallestSubnormal(), is(Double.parseDouble(eta)));
    assertThat(dtype.smallestNormal(), is(Double.parseDouble(normal)));
    assertThat(dtype.largest(), is(Double.parseDouble(largest)));
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 1, 0x1p-10",
    "FLOAT16, -1, 0x1p-10",
    "FLOAT16, 0x1.ffcp-1, 0x1p-11",
    "FLOAT16, 0x1.fffffffffffffp-1, 0x1p-11",
    "FLOAT16, 0, 0x1p-24",
    "FLOAT16, 0x1p-24, 0x1p-24",
    "FLOAT16, 0x1p-15, 0x1p-24",
    "FLOAT16, 0x1p-14, 0x1p-24",
    "FLOAT16, 0x1p-13, 0x1p-23",
    "FLOAT16, 0x1p-300, 0x1p-24",
    "FLOAT16, 65504, 32",
    "FLOAT16, 65536, 32",
    "FLOAT16, 1e300, 32",
    "FLOAT16, Infinity, 32",
    "BFLOAT16, 1, 0x1p-7",
    "BFLOAT16, 0x1.fep-1, 0x1p-8",
    "BFLOAT16, 0x1p-126, 0x1p-133",
    "BFLOAT16, 0, 0x1p-133",
    "BFLOAT16, 0x1.fep127, 0x1p120",
    "BFLOAT16, -Infinity, 0x1p120",
    "FLOAT32, 2, 0x1p-22",
    "FLOAT32, 0x1.fffffep0, 0x1p-23",
    "FLOAT32, 0, 0x1p-149",
    "FLOAT32, 4.9e-324, 0x1p-149",
    "FLOAT32, 0x1.fffffep127, 0x1p104",
    "FLOAT32, 1e300, 0x1p104",
    "FLOAT64, 1, 0x1p-52",
    "FLOAT64, 0x1.fffffffffffffp-1, 0x1p-53",
    "FLOAT64, 4.9e-324, 4.9e-324",
    "FLOAT64, 0, 4.9e-324",
    "FLOAT64, 0x1.fffffffffffffp1023, 0x1p971",
    "FLOAT64, Infinity, 0x1p971"
  })
  void an_ulp_is_the_spacing_of_the_binade_that_holds_the_number(
      DType dtype, String x, String ulp) {
    assertThat(dtype.ulp(Double.parseDouble(x)), is(Double.parseDouble(ulp)));
  }

  @ParameterizedTest
  @CsvSource({
    // Ties go to the even neighbour; the least bit beside a tie decides otherwise.
    "FLOAT16, 0x1.002p0, 1",
    "FLOAT16, 0x1.0020000000001p0, 0x1.004p0",
    "FLOAT16, 0x1.001ffffffffffp0, 1",
    "FLOAT16, 0x1.006p0, 0x1.008p0",
    "FLOAT16, -0x1.006p0, -0x1.008p0",
    "FLOAT16, 65519.99999999999, 65504",
    "FLOAT16, 65520, Infinity",
    "FLOAT16, -65520, -Infinity",
    "FLOAT16, 1e308, Infinity",
    "FLOAT16, 0x1p-25, 0",
    "FLOAT16, -0x1p-25, -0.0",
    "FLOAT16, 0x1.0000000000001p-25, 0x1p-24",
    "FLOAT16, 0x1.8p-24, 0x1p-23",
    "FLOAT16, 0x1.4p-23, 0x1p-23",
    "FLOAT16, 0x1.ffep-15, 0x1p-14",
    "FLOAT16, 4.9e-324, 0",
    "BFLOAT16, 0x1.01p0, 1",
    "BFLOAT16, 0x1.0100000000001p0, 0x1.02p0",
    "BFLOAT16, 0x1.03p0, 0x1.04p0",
    "BFLOAT16, 0x1.fefffffffffffp127, 0x1.fep127",
    "BFLOAT16, 0x1.ffp127, Infinity",
    "BFLOAT16, 0x1p-134, 0",
    "BFLOAT16, 0x1.8p-133, 0x1p-132",
    "BFLOAT16, 1.7976931348623157e308, Infinity",
    "FLOAT32, 0x1.000001p0, 1",
    "FLOAT32, 0x1.0000010000001p0, 0x1.000002p0",
    "FLOAT32, 0x1.ffffffp127, Infinity",
    "FLOAT32, 0x1.fffffefffffffp127, 0x1.fffffep127",
    "FLOAT32, 0x1p-150, 0",
    "FLOAT32, 0x1.0000000000001p-150, 0x1p-149"
  })
  void a_double_is_rounded_once_to_nearest_ties_to_even(DType dtype, String x, String rounded) {
    assertThat(dtype.round(Double.parseDouble(x)), is(Double.parseDouble(rounded)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32"})
  void a_decimal_beside_a_midpoint_by_less_than_a_double_shows_is_rounded_away_from_it(
      DType dtype) {
    BigDecimal tiny = new BigDecimal("1e-60");
    double[] lower = {1, 1 + 2 * dtype.unitRoundoff(), dtype.smallestNormal(), 0, 0.75};
    for (double even : lower) {
      double next = even + dtype.ulp(even);
      BigDecimal middle =
          new BigDecimal(even).add(new BigDecimal(dtype.ulp(even)).divide(BigDecimal.valueOf(2)));
      // 1e-60 is far less than half of the smallest subnormal, 2^-134.
      assertThat(dtype.round(middle.add(tiny)), is(next));
      assertThat(dtype.round(middle.subtract(tiny)), is(even));
      assertThat(dtype.round(middle.subtract(tiny).negate()), is(-even));
      double toEven = even == 1 + 2 * dtype.unitRoundoff() ? next : even;
      assertThat(dtype.round(middle), is(toEven));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32"})
  void a_decimal_overflows_from_the_middle_beyond_the_largest_number(DType dtype) {
    BigDecimal threshold =
        new BigDecimal(dtype.largest()).add(new BigDecimal(dtype.ulp(dtype.largest()) / 2));
    BigDecimal below = threshold.subtract(new BigDecimal("1e-30"));
    assertThat(dtype.round(threshold), is(Double.POSITIVE_INFINITY));
    assertThat(dtype.round(threshold.negate()), is(Double.NEGATIVE_INFINITY));
    assertThat(dtype.round(below), is(dtype.largest()));
    assertThat(dtype.round(below.negate()), is(-dtype.largest()));
  }

  @Test
  void special_numbers_round_to_themselves() {
    for (DType dtype : new DType[] {DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64}) {
      assertThat(dtype.round(Double.NaN), is(Double.NaN));
      assertThat(dtype.round(Double.NEGATIVE_INFINITY), is(Double.NEGATIVE_INFINITY));
      assertThat(dtype.round(-0.0), is(-0.0));
      assertThat(dtype.round(dtype.largest()), is(dtype.largest()));
    }
  }

  @Test
  void dtypes_are_found_by_their_tokens() {
    for (DType dtype : DType.values()) {
      assertThat(DType.ofToken(dtype.token()), is(Optional.of(dtype)));
    }
    assertThat(DType.ofToken("FLOAT32"), is(Optional.empty()));
    assertThat(DType.ofToken("float8"), is(Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void an_error_in_ulps_is_the_quotient(DType dtype) {
    double[] numbers = {
      0, dtype.smallestSubnormal(), dtype.smallestNormal(), 0.75, 1, -3, dtype.largest(), 1e-300
    };
    for (double x : numbers) {
      for (double error : new double[] {0, 0x1.8p-60, 0.3, 5e-324}) {
        assertThat(dtype.ulps(error, x), is(error / dtype.ulp(x)));
      }
    }
  }
}
