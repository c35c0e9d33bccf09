package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an infinite result is within the bound, and sums of what no number of the dtype holds. */
class OverflowTest {

  // Infinity counts as 65536, the number that would follow the largest. The exact value is
  // max + ln 2; 64 for the half's own rounding may reach it from there, strict's 16 doesn't.
  @ParameterizedTest
  @CsvSource({"65504, STRICT, false", "65472, STANDARD, true", "65440, STANDARD, false"})
  void a_result_may_overflow_where_an_allowed_number_does(
      String max, Profile profile, boolean passes) {
    Question logits =
        Question.of("log_sum_exp", DType.FLOAT16)
            .input("logits", "[" + max + ", " + max + "]")
            .by(profile);
    assertThat(logits.onScalar(Double.POSITIVE_INFINITY).passed(), is(passes));
    assertThat(logits.onScalar(Double.NEGATIVE_INFINITY).passed(), is(false));
    assertThat(logits.onScalar(Double.parseDouble(max)).passed(), is(true));
  }

  // Strict, 3u·65520 = 0.0117 and the rounding's 16 from 65536: a float32 sum may be 65520, which
  // rounds to infinity, where the exact one is 65519.992, and not where it is 65519.984.
  @Test
  void a_half_overflows_where_the_float32_that_it_was_rounded_from_may_have() {
    Question sum =
        Question.of("reduce_loss", DType.FLOAT16).attribute("reduction", "sum").by(Profile.STRICT);
    Question near = sum.input("loss", "[65504, 15.9921875]");
    Question nearer = sum.input("loss", "[65504, 15.984375]");
    assertThat(near.onScalar(Double.POSITIVE_INFINITY).passed(), is(true));
    assertThat(nearer.onScalar(Double.POSITIVE_INFINITY).passed(), is(false));
    assertThat(nearer.onScalar(65504).passed(), is(true));
  }

  @Test
  void a_float64_overflows_where_an_allowed_number_does() {
    // (2 + S(2))·u = 5u of it: 5 ulp, where 2^1024 is an ulp beyond the largest.
    Question sum = Question.of("reduce_loss", DType.FLOAT64).attribute("reduction", "sum");
    double largest = DType.FLOAT64.largest();
    double below = largest - 6 * Math.ulp(largest);
    double near = largest - 3 * Math.ulp(largest);
    assertThat(passes(sum, near, Double.POSITIVE_INFINITY), is(true));
    assertThat(passes(sum, below, Double.POSITIVE_INFINITY), is(false));
  }

  private static boolean passes(Question sum, double loss, double result) {
    return sum.input("loss", Tensor.ofNumbers(DType.FLOAT64, Shape.of(2), loss, 0))
        .onScalar(result)
        .passed();
  }

  // 1.5, −1, 1, −1 of 1e308 add up to a half, their magnitudes to 4.5e308, which no double holds:
  // 2 + S(4) = 8 units of u of it are allowed, and by the mean a quarter.
  @ParameterizedTest
  @CsvSource({"sum, 1", "mean, 4", "weighted_mean, 4"})
  void magnitudes_beyond_the_largest_number_keep_their_bound(String reduction, int divisor) {
    Question total =
        Question.of("reduce_loss", DType.FLOAT64)
            .input("loss", "[1.5e308, -1e308, 1e308, -1e308]")
            .input("weights", "[1, 1, 1, 1]")
            .attribute("reduction", reduction);
    double exact = 0.5e308 / divisor;
    double unit = 4.5 * (1e308 * DType.FLOAT64.unitRoundoff()) / divisor;
    double condition = reduction.equals("weighted_mean") ? 2 : 1;
    assertThat(total.onScalar(exact + 7.9 * condition * unit).passed(), is(true));
    assertThat(total.onScalar(exact - 7.9 * condition * unit).passed(), is(true));
    assertThat(total.onScalar(exact + 8.1 * condition * unit).passed(), is(false));
    assertThat(total.onScalar(exact - 8.1 * condition * unit).passed(), is(false));
  }

  @Test
  void an_exact_value_beyond_the_largest_number_rounds_to_infinity() {
    for (DType dtype : new DType[] {DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64}) {
      double half = dtype.largest() / 2 + dtype.ulp(dtype.largest()) / 2;
      Question sum =
          Question.of("reduce_loss", dtype)
              .input("loss", Tensor.ofNumbers(dtype, Shape.of(3), half, half, half))
              .attribute("reduction", "sum")
              .by(Profile.STRICT);
      assertThat(dtype.token(), sum.onScalar(Double.POSITIVE_INFINITY).passed(), is(true));
      assertThat(dtype.token(), sum.onScalar(dtype.largest()).passed(), is(false));
      assertThat(dtype.token(), sum.onScalar(Double.NEGATIVE_INFINITY).passed(), is(false));
    }
  }
}
