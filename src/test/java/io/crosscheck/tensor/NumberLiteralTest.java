package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberLiteralTest {

  // Rounded to nearest even from the exact fraction, in rational arithmetic.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0x1.998p-4, 0x1.9ap-4, 0x1.99999ap-4",
    ".333333333333, 0x1.554p-2, 0x1.56p-2, 0x1.555556p-2",
    "-1e-25, -0.0, -0x1.fp-84, -0x1.ef2d1p-84",
    "65519.99, 0x1.ffcp15, 0x1p16, 0x1.ffdffap15",
    "65520, Infinity, 0x1p16, 0x1.ffep15",
    "-1E39, -Infinity, -Infinity, -Infinity",
    "0x1.8p3, 12, 12, 12",
    "-0X0.8p0, -0.5, -0.5, -0.5",
    "0x1.0020000001p0, 0x1.004p0, 0x1p0, 0x1.002p0",
    "0x1.0000010000000000000000000001p0, 1, 1, 0x1.000002p0",
    "0x1.000001p0, 1, 1, 1",
    "0x1.000003p0, 1, 1, 0x1.000004p0",
    "0x1p-25, 0, 0x1p-25, 0x1p-25",
    "0x1.0000000000000000001p-25, 0x1p-24, 0x1p-25, 0x1p-25",
    "+7., 7, 7, 7"
  })
  void a_finite_literal_is_rounded_once_directly_to_the_dtype(
      String text, String float16, String bfloat16, String float32) {
    assertThat(NumberLiteral.parse(text, DType.FLOAT16), is(java(float16)));
    assertThat(NumberLiteral.parse(text, DType.BFLOAT16), is(java(bfloat16)));
    assertThat(NumberLiteral.parse(text, DType.FLOAT32), is(java(float32)));
  }

  private static double java(String text) {
    return Double.parseDouble(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.1", "1e-25", "4.9e-324", "2.5e-324", "1.7976931348623159e308", "1e-400", "9e9"})
  void float64_literals_are_rounded_as_javas(String text) {
    assertThat(NumberLiteral.parse(text, DType.FLOAT64), is(Double.parseDouble(text)));
    assertThat(NumberLiteral.parse("-" + text, DType.FLOAT64), is(-Double.parseDouble(text)));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void special_values_and_the_sign_of_zero_are_kept(DType dtype) {
    assertThat(NumberLiteral.parse("NaN", dtype), is(Double.NaN));
    assertThat(NumberLiteral.parse("Infinity", dtype), is(Double.POSITIVE_INFINITY));
    assertThat(NumberLiteral.parse("+Infinity", dtype), is(Double.POSITIVE_INFINITY));
    assertThat(NumberLiteral.parse("-Infinity", dtype), is(Double.NEGATIVE_INFINITY));
    for (String zero : new String[] {"-0", "-0.0", "-0e5", "-0x0p0", "-1e-400"}) {
      assertThat(zero, NumberLiteral.parse(zero, dtype), is(-0.0));
    }
    assertThat(NumberLiteral.parse("0", dtype), is(0.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,5",
        "1.5abc",
        "0x1.8",
        "+",
        "",
        "1e",
        "\u0661",
        ".8e",
        " 1",
        "1 ",
        "1_000",
        "1f",
        "1d",
        "--1",
        ".",
        "e5",
        "0xp3",
        "1e1000000",
        "inf",
        "nan",
        "-NaN",
        "infinity",
        "true",
        "0x1p",
        "1.5.2",
        "\u22121"
      })
  void a_text_that_is_not_wholly_a_number_is_refused(String text) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> NumberLiteral.parse(text, DType.FLOAT32));
    assertThat(refused.getMessage(), startsWith("\"" + text + "\" is not a decimal, "));
  }

  @ParameterizedTest
  @CsvSource({
    "-2147483648, INT32, -2147483648",
    "+2147483647, INT32, 2147483647",
    "9223372036854775807, INT64, 9223372036854775807",
    "-9223372036854775808, INT64, -9223372036854775808",
    "-0, INT64, 0",
    "true, BOOL, 1",
    "false, BOOL, 0"
  })
  void integers_and_bools_are_read_within_their_range(String text, DType dtype, long value) {
    assertThat(NumberLiteral.parseInteger(text, dtype), is(value));
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, INT32, an integer within int32",
    "-2147483649, INT32, an integer within int32",
    "9223372036854775808, INT64, an integer within int64",
    "1.0, INT64, an integer",
    "1e3, INT64, an integer",
    "0x10, INT64, an integer",
    "'', INT64, an integer",
    "\u0661, INT32, an integer",
    "true, INT32, an integer",
    "1, BOOL, true or false",
    "True, BOOL, true or false"
  })
  void other_texts_are_no_integers_or_bools(String text, DType dtype, String expected) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> NumberLiteral.parseInteger(text, dtype));
    assertThat(refused.getMessage(), is("\"" + text + "\" is not " + expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, FLOAT16, 0.1",
    "0.1, BFLOAT16, 0.1",
    "0.1, FLOAT32, 0.1",
    "65504, FLOAT16, 65500",
    "12345678, FLOAT64, 1.2345678E7",
    "9999999, FLOAT64, 9999999",
    "0.000999, FLOAT64, 9.99E-4",
    "6e-8, FLOAT16, 6.0E-8",
    "1e-40, BFLOAT16, 9.0E-41",
    "-0.0, FLOAT16, -0.0",
    "-0.0, FLOAT64, -0.0",
    "0, BFLOAT16, 0",
    "NaN, FLOAT16, NaN",
    "-Infinity, FLOAT32, -Infinity",
    "3, FLOAT64, 3",
    "2e-3, FLOAT32, 0.002"
  })
  void a_number_is_written_as_the_shortest_decimal_that_reads_back(
      String text, DType dtype, String written) {
    assertThat(NumberLiteral.format(NumberLiteral.parse(text, dtype), dtype), is(written));
  }

  @Test
  void a_double_whose_shortest_decimal_java_17_misses_is_written_shortest() {
    assertThat(NumberLiteral.format(2e23, DType.FLOAT64), is("2.0E23"));
    assertThat(NumberLiteral.format(2.0e-322, DType.FLOAT64), is("2.0E-322"));
    assertThat(NumberLiteral.format(1.1754943508222875E-38f, DType.FLOAT32), is("1.1754944E-38"));
    assertThat(NumberLiteral.format(8.41E21f, DType.FLOAT32), is("8.41E21"));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void every_16_bit_number_reads_back_from_what_is_written(DType dtype) {
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = BinaryFormats.value(dtype, bits);
      double back = NumberLiteral.parse(NumberLiteral.format(value, dtype), dtype);
      if (Double.compare(back, value) != 0) {
        assertThat("bits " + bits, back, is(value));
      }
    }
  }
}
