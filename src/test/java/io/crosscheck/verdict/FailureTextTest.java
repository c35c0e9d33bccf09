package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.TensorLiteral;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailureTextTest {

  private static final Question ROWS =
      Question.of("softmax", DType.FLOAT32).input("logits", "[[0, 0], [3, 3]]");

  @Test
  void a_failure_says_where_what_and_by_how_much() {
    String text = ROWS.on("[[0.5, 0.5], [0.5, 0.75]]").message();
    // 0.25 is 2^22 ulp of 0.5; (20 + 2 ln 2 + 3) u / 2 = 7.268e-7 is allowed.
    assertThat(
        text,
        is(
            "softmax (float32): 1 of 4 elements outside the standard bound\n"
                + "  at [1, 1]: result 0.75 (0x3f400000), exact value 0.5\n"
                + "    error 0.2500 = 4.19e+06 ulp, allowed 7.268e-07, err/bound 3.440e+05\n"
                + "    input logits[1, 1] = 3 (0x40400000)"));
  }

  @Test
  void every_input_of_the_element_is_shown_in_the_order_of_the_signature() {
    Question divergence =
        Question.of("kl_divergence_target_gradient", DType.FLOAT32)
            .input("output", "[1, 0.5]")
            .input("target", "[1, 0.25]");
    assertThat(
        divergence.on("[1, 9]").message(),
        endsWith("\n    input target[1] = 0.25 (0x3e800000), output[1] = 0.5 (0x3f000000)"));
    Question masked =
        Question.of("masked_softmax", DType.FLOAT32)
            .input("logits", "[7, 5]")
            .input("mask", TensorLiteral.parse("[true, false]", DType.BOOL));
    assertThat(
        masked.on("[0, 0]").message(),
        endsWith("\n    input logits[0] = 7 (0x40e00000), mask[0] = true"));
  }

  @Test
  void an_input_of_another_shape_is_not_shown() {
    Question sparse =
        Question.of("sparse_softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("logits", "[[1, 1], [1, 1], [1, 1]]")
            .labels("labels", "[0, 1, 0]")
            .input("class_weights", "[1, 1]");
    assertThat(sparse.on("[9, 9, 9]").message(), endsWith("\n    input labels[2] = 0"));
  }

  @Test
  void an_irrational_value_is_shown_as_its_enclosure() {
    Question logits = Question.of("softmax", DType.FLOAT32).input("logits", "[1, 2, 3]");
    String text = logits.on("[0.0901, 0.2447, 0.6652]").message();
    assertThat(text, containsString("exact value in [0.09003057317038"));
    assertThat(text, containsString("softmax (float32): 3 of 3 elements"));
  }

  @Test
  void the_ends_of_an_enclosure_lie_on_either_side_of_the_value() {
    Question logits = Question.of("softmax", DType.FLOAT32).input("logits", "[1, 2, 3]");
    ElementError worst =
        logits.on("[0.0901, 0.2447, 0.6652]").measurement().orElseThrow().worst().get();
    // mpmath 1.3
    BigDecimal exact = new BigDecimal("0.09003057317038045799802210148172");
    assertThat(worst.index(), is(0));
    assertThat(new BigDecimal(worst.lower()).compareTo(exact) < 0, is(true));
    assertThat(new BigDecimal(worst.upper()).compareTo(exact) > 0, is(true));
  }

  @Test
  void a_value_that_is_no_number_or_that_nothing_bounds_is_shown() {
    Question nan = Question.of("softmax", DType.FLOAT32).input("logits", "[NaN, 1]");
    assertThat(nan.on("[NaN, 0.5]").message(), containsString("exact value NaN"));
    Question far =
        Question.of("reduce_loss", DType.FLOAT64)
            .input("loss", "[1e308, 1e308, 1e308, 1e308]")
            .attribute("reduction", "sum");
    assertThat(far.onScalar(0).message(), containsString(", Infinity]"));
  }

  @Test
  void a_million_ulp_are_written_with_an_exponent() {
    // 0.5 and a million times 2^-24, and less by one of these
    String text = ROWS.on("[[0.5, 0.5], [0.559604644775390625, 0.5]]").message();
    assertThat(text, containsString("= 1.00e+06 ulp,"));
    String less = ROWS.on("[[0.5, 0.5], [0.559604585170745849609375, 0.5]]").message();
    assertThat(less, containsString("= 999999.00 ulp,"));
  }

  @Test
  void at_most_three_elements_are_shown() {
    String text = ROWS.on("[[1, 1], [1, 1]]").message();
    assertThat(text, containsString("4 of 4 elements outside"));
    assertThat(text.split("  at ").length - 1, is(3));
  }

  @Test
  void special_results_have_no_error_in_ulp() {
    String text = ROWS.on("[[NaN, 0.5], [0.5, 0.5]]").message();
    assertThat(text, containsString("at [0, 0]: result NaN (0x7fc00000), exact value 0.5"));
    assertThat(text, not(containsString("ulp")));
  }

  @Test
  void bits_have_the_width_of_the_dtype() {
    Question half = Question.of("sigmoid", DType.FLOAT16).input("logits", "[0]");
    assertThat(half.on("[0.25]").message(), containsString("result 0.25 (0x3400)"));
    Question wide = Question.of("sigmoid", DType.FLOAT64).input("logits", "[0]");
    assertThat(wide.on("[1e-310]").message(), containsString("(0x000012688b70e62b)"));
  }

  @Test
  void a_wrong_integer_is_not_measured_in_ulp() {
    Question largest = Question.of("argmax", DType.FLOAT32).input("values", "[1, 5, 2]");
    String text = largest.on(TensorLiteral.parse("2", DType.INT64)).message();
    assertThat(text, containsString("at []: result 2, exact value 1"));
    assertThat(text, containsString("error 1.000, none allowed"));
    assertThat(text, not(containsString("ulp")));
  }

  @Test
  void numbers_are_written_alike_in_every_locale() {
    Locale before = Locale.getDefault();
    String here = ROWS.on("[[0.5, 0.5], [0.5, 0.75]]").message();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(ROWS.on("[[0.5, 0.5], [0.5, 0.75]]").message(), is(here));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ROWS.on("[[0.5, 0.5], [0.5, 0.75]]").message(), is(here));
    } finally {
      Locale.setDefault(before);
    }
  }
}
