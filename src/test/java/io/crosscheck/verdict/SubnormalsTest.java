package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a subnormal result shows, and what may be 0 in its place. */
class SubnormalsTest {

  // e^-95 is 5.52e-42, 3,941 of the smallest subnormals; e^-104 is 6.8e-46, half of one.
  private static final Question SMALL =
      Question.of("softmax", DType.FLOAT32).input("logits", "[0, -95]");
  private static final Question TINY =
      Question.of("softmax", DType.FLOAT32).input("logits", "[0, -104]");

  @Test
  void one_that_is_kept_shows_it() {
    assertThat(SMALL.on("[1, 5.52e-42]").fitting(Choice.SUBNORMALS), contains("kept"));
    assertThat(SMALL.on("[1, 0]").fitting(Choice.SUBNORMALS), contains("flushed"));
  }

  @Test
  void zero_in_place_of_less_than_the_smallest_shows_nothing() {
    assertThat(TINY.on("[1, 0]").fitting(Choice.SUBNORMALS), containsInAnyOrder("kept", "flushed"));
    assertThat(TINY.on("[1, 1e-45]").fitting(Choice.SUBNORMALS), contains("kept"));
  }

  @Test
  void the_smallest_normal_number_is_none() {
    Question none =
        Question.of("reduce_loss", DType.FLOAT32)
            .attribute("reduction", "none")
            .input("loss", "[0x1p-126, 0x1p-149]");
    Verdict verdict = none.on("[0x1p-126, 0]");
    assertThat(verdict.fitting(Choice.SUBNORMALS), containsInAnyOrder("kept", "flushed"));
    assertThat(none.on("[0, 0]").passed(), is(false));
  }

  @Test
  void one_that_is_kept_is_right_where_flushing_is_declared_and_is_right_by_it() {
    Verdict verdict = SMALL.declaring(Choice.SUBNORMALS, "flushed").on("[1, 5.52e-42]");
    assertThat(verdict.passed(), is(true));
    assertThat(verdict.observed().get(Choice.SUBNORMALS), is("flushed"));
  }

  // Two subnormals of 300: 0.24 of the smallest normal number, flushed, which is off by 0.12 of the
  // 2^-125 that may be, and 0.96 of it, off by 10 of the smallest subnormals, which is nothing
  // beside 2^-125 but a fifth of the strict bound without it.
  @Test
  void where_flushing_is_right_an_error_is_measured_by_what_it_allows() {
    double[] logits = new double[300];
    Arrays.fill(logits, Double.NEGATIVE_INFINITY);
    logits[0] = 0;
    logits[1] = -88.75;
    logits[2] = -87.375;
    double[] result = new double[300];
    result[0] = 1;
    result[2] = 1.1311485514944737e-38f + 10 * Float.MIN_VALUE;
    Measurement measured =
        Question.of("softmax", DType.FLOAT32)
            .input("logits", Tensor.ofNumbers(DType.FLOAT32, Shape.of(300), logits))
            .declaring(Choice.SUBNORMALS, "flushed")
            .on(result)
            .measurement()
            .orElseThrow();
    // mpmath 1.3: p = e^-88.75 of 2^-125 + u·p·(8 + 88.75 + ln 300), and of
    // 2^-125 + u·p·(20 + 177.5 + 2 ln 300 + 256 + log2 300).
    assertThat(measured.overBounds().get(Profile.STRICT), closeTo(0.12165049108499159, 1e-12));
    assertThat(measured.overBounds().get(Profile.STANDARD), closeTo(0.12165016411426561, 1e-12));
  }
}
