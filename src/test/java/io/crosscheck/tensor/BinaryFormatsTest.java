package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BinaryFormatsTest {

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void every_bit_pattern_comes_back_and_every_number_is_its_own_rounding(DType dtype) {
    int mismatches = 0;
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = BinaryFormats.value(dtype, bits);
      boolean same =
          Double.isNaN(value)
              ? Double.isNaN(BinaryFormats.value(dtype, BinaryFormats.bits(dtype, value)))
              : BinaryFormats.bits(dtype, value) == bits
                  && Double.compare(dtype.round(value), value) == 0;
      mismatches += same ? 0 : 1;
    }
    assertThat(mismatches, is(0));
  }

  @ParameterizedTest
  @CsvSource({"FLOAT16, 0x7c00", "BFLOAT16, 0x7f80"})
  void numbers_ascend_with_their_bits_up_to_infinity(DType dtype, String infinity) {
    int top = Integer.decode(infinity);
    for (int bits = 1; bits <= top; bits++) {
      double below = BinaryFormats.value(dtype, bits - 1);
      if (bits < top) {
        // Neighbours are one ulp of the lower one apart.
        assertThat(BinaryFormats.value(dtype, bits) - below, is(dtype.ulp(below)));
      } else {
        assertThat(below, is(dtype.largest()));
        assertThat(BinaryFormats.value(dtype, bits), is(Double.POSITIVE_INFINITY));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT16, 1, 0x3c00",
    "FLOAT16, -2, 0xc000",
    "FLOAT16, 65504, 0x7bff",
    "FLOAT16, 0x1p-24, 0x0001",
    "FLOAT16, 0x1p-14, 0x0400",
    "FLOAT16, -0.0, 0x8000",
    "FLOAT16, NaN, 0x7e00",
    "FLOAT16, -Infinity, 0xfc00",
    "BFLOAT16, 1, 0x3f80",
    "BFLOAT16, -0.0, 0x8000",
    "BFLOAT16, NaN, 0x7fc0",
    "BFLOAT16, 0x1p-133, 0x0001",
    "FLOAT32, 1, 0x3f800000",
    "FLOAT32, -0.0, 0x80000000",
    "FLOAT32, NaN, 0x7fc00000",
    "FLOAT64, 1, 0x3ff0000000000000",
    "FLOAT64, 4.9e-324, 1"
  })
  void known_numbers_have_known_bits(DType dtype, String value, String bits) {
    double number = Double.parseDouble(value);
    assertThat(BinaryFormats.bits(dtype, number), is(Long.decode(bits)));
    assertThat(BinaryFormats.value(dtype, Long.decode(bits)), is(number));
  }

  @Test
  void integers_have_no_floating_point_bits() {
    assertThrows(IllegalArgumentException.class, () -> BinaryFormats.bits(DType.INT32, 1));
    assertThrows(IllegalArgumentException.class, () -> BinaryFormats.value(DType.BOOL, 1));
  }
}
