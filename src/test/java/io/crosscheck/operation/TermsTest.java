package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "STRICT, 1024, 0",
    "STANDARD, 0, 0",
    "STANDARD, 1, 1",
    "STANDARD, 64, 70",
    "STANDARD, 1024, 266",
    "RELAXED, 64, 78",
    "RELAXED, 1024, 394"
  })
  void a_sum_is_one_of_blocks_joined_by_a_tree_or_one_chain_per_lane(
      Profile profile, int n, double units) {
    assertThat(new Terms(profile, DType.FLOAT32).summation(n), closeTo(units, 1e-9));
  }

  @Test
  void what_is_stored_in_16_bits_is_rounded_to_them_but_in_the_strict_profile() {
    assertThat(new Terms(Profile.STANDARD, DType.FLOAT16).stored(), is(0x1p13));
    assertThat(new Terms(Profile.STRICT, DType.FLOAT16).stored(), is(0.0));
    assertThat(new Terms(Profile.STANDARD, DType.FLOAT32).stored(), is(0.0));
    assertThat(new Terms(Profile.STANDARD, DType.BFLOAT16).u(), is(0x1p-24));
    assertThat(new Terms(Profile.STANDARD, DType.FLOAT64).u(), is(0x1p-53));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, FLOAT32, 0x1p-126, 0, 0",
    "STANDARD, FLOAT32, 0x1p-127, 0x1p-149, 0x1p-126",
    "STANDARD, FLOAT32, 0, 0, 0",
    "STANDARD, FLOAT16, 0x1p-15, 0x1p-24, 0x1p-14",
    "STANDARD, FLOAT16, 0x1p-14, 0, 0",
    "STRICT, FLOAT16, 0x1p-15, 0, 0",
    "STRICT, FLOAT16, 0x1p-127, 0x1p-149, 0x1p-126"
  })
  void a_subnormal_probability_is_off_by_its_last_unit_or_may_be_flushed(
      Profile profile, DType dtype, double probability, double kept, double flushed) {
    assertThat(new Terms(profile, dtype).underflow(probability), is(kept));
    Choices choices = Choices.of(Map.of(Choice.SUBNORMALS, "flushed"));
    assertThat(new Terms(profile, dtype, choices).underflow(probability), is(flushed));
  }

  @Test
  void a_logarithm_of_a_length_below_2_is_0() {
    assertThat(Terms.ln(0), is(0.0));
    assertThat(Terms.ln(1), is(0.0));
    assertThat(Terms.ln(2), is(StrictMath.log(2)));
  }
}
