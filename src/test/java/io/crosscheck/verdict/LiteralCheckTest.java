package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralCheckTest {

  // 0.09003057317038046, 0.24472847105479764, 0.6652409557748219
  private static final Question LOGITS =
      Question.of("softmax", DType.FLOAT32).input("logits", "[1, 2, 3]");

  private static Optional<String> mismatch(Question question, String literal) {
    return new LiteralCheck(question.request(), question.declared(), new Evaluations())
        .mismatch(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0.0900, 0.2447, 0.6652]",
        "[0.09, 0.24, 0.67]",
        "[0.09003, 2.447e-1, 6.652E-1]",
        "[0.09003057317, 0.24472847105, 0.66524095577]",
        "[0.1, 0.2, 0.7]",
        "[9e-2, .2, .7]",
        "[0x1.70c3e60000000p-4, 0.2447, 0.6652]"
      })
  void a_decimal_states_the_value_to_the_digits_shown(String literal) {
    assertThat(mismatch(LOGITS, literal), is(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0.0901, 0.2447, 0.6652]",
        "[0.0899, 0.2447, 0.6652]",
        "[0.090, 0.2448, 0.6652]",
        "[0.090, 0.2447, 0.6653]",
        "[0.08, 0.2447, 0.6652]",
        "[0, 0.2447, 0.6652]",
        "[NaN, 0.2447, 0.6652]",
        "[Infinity, 0.2447, 0.6652]",
        "[0x1.70cp-4, 0.2447, 0.6652]",
        "[0x0.1p0, 0.2447, 0.6652]"
      })
  void a_literal_off_by_more_than_half_a_unit_is_a_mismatch(String literal) {
    assertThat(mismatch(LOGITS, literal).isPresent(), is(true));
  }

  @Test
  void a_mismatch_names_the_element_its_literal_and_the_exact_value() {
    String text = mismatch(LOGITS, "[0.0900, 0.2448, 0.6652]").orElseThrow();
    assertThat(
        text.replaceAll("0\\.24472847105479\\d+$", "VALUE"),
        is("element 1 is 0.2448, the exact value VALUE"));
  }

  @Test
  void a_literal_without_fraction_is_the_rounded_value_itself() {
    // ln(e^3 + e^3) = 3.69; ln(e^20 + e^-20) is 20 to within 1e-17.
    Question off = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[3, 3]");
    assertThat(mismatch(off, "4").isPresent(), is(true));
    assertThat(mismatch(off, "3.7"), is(Optional.empty()));
    Question twenty = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[20, -20]");
    assertThat(mismatch(twenty, "20"), is(Optional.empty()));
    assertThat(mismatch(twenty, "19").isPresent(), is(true));
  }

  @Test
  void special_values_are_met_by_themselves_only() {
    Question nan = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[NaN, 1]");
    assertThat(mismatch(nan, "NaN"), is(Optional.empty()));
    assertThat(mismatch(nan, "1.0").isPresent(), is(true));
    Question infinite = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[Infinity, 1]");
    assertThat(mismatch(infinite, "Infinity"), is(Optional.empty()));
    assertThat(mismatch(infinite, "-Infinity").isPresent(), is(true));
    assertThat(mismatch(infinite, "NaN").isPresent(), is(true));
    assertThat(mismatch(infinite, "3.4e38").isPresent(), is(true));
  }

  @Test
  void a_finite_value_that_overflows_is_stated_by_infinity() {
    Question sum =
        Question.of("reduce_loss", DType.FLOAT16)
            .input("loss", "[60000, 60000]")
            .attribute("reduction", "sum");
    assertThat(mismatch(sum, "Infinity"), is(Optional.empty()));
    assertThat(mismatch(sum, "-Infinity").isPresent(), is(true));
  }

  @Test
  void integers_and_bools_must_be_equal() {
    Question largest = Question.of("argmax", DType.FLOAT32).input("values", "[1, 5, 2]");
    assertThat(mismatch(largest, "1"), is(Optional.empty()));
    assertThat(mismatch(largest, "2").isPresent(), is(true));
    Question mask = Question.of("sequence_mask", DType.FLOAT32).labels("lengths", "[1]");
    Question wide = mask.attribute("maxlen", 2L);
    assertThat(mismatch(wide, "[[true, false]]"), is(Optional.empty()));
    assertThat(mismatch(wide, "[[true, true]]").isPresent(), is(true));
  }

  @Test
  void a_literal_of_another_shape_is_a_mismatch() {
    assertThat(
        mismatch(LOGITS, "[[0.0900, 0.2447, 0.6652]]"),
        is(Optional.of("the literal has shape [1, 3], the result [3]")));
  }

  @Test
  void a_literal_that_is_none_is_an_error_of_its_own() {
    assertThrows(IllegalArgumentException.class, () -> mismatch(LOGITS, "[0,09, 0.2, 0.7"));
  }

  @Test
  void a_result_is_stated_under_the_choices_given() {
    Question slice = Question.of("softmax", DType.FLOAT32).input("logits", "[-Infinity]");
    assertThat(mismatch(slice, "[NaN]"), is(Optional.empty()));
    Question zeros = slice.declaring(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, "zeros");
    assertThat(mismatch(zeros, "[0]"), is(Optional.empty()));
    assertThat(mismatch(zeros, "[NaN]").isPresent(), is(true));
  }

  @Test
  void a_refusal_is_no_result_and_a_result_no_refusal() {
    Question axis = LOGITS.attribute("axis", 1L);
    assertThat(
        mismatch(axis, "[0.0900, 0.2447, 0.6652]")
            .orElseThrow()
            .startsWith("the specification refuses it with invalid_axis: axis 1 is out of range"),
        is(true));
    LiteralCheck refused = new LiteralCheck(axis.request(), Map.of(), new Evaluations());
    assertThat(refused.mismatch(RefusalCode.INVALID_AXIS), is(Optional.empty()));
    assertThat(
        refused.mismatch(RefusalCode.INVALID_SHAPE),
        is(Optional.of("the specification refuses it with invalid_axis")));
    assertThat(
        new LiteralCheck(LOGITS.request(), Map.of(), new Evaluations())
            .mismatch(RefusalCode.INVALID_AXIS),
        is(Optional.of("the specification gives a result")));
  }

  @Test
  void a_refusal_by_choice_has_to_say_so() {
    Question scalar = Question.of("softmax", DType.FLOAT32).input("logits", "3");
    String refused = Choice.SOFTMAX_SCALAR.allowed().get(0);
    assertThat(
        refusal(scalar),
        is(Optional.of("it is refused by choice: say \"where softmax.scalar is …\"")));
    assertThat(refusal(scalar.declaring(Choice.SOFTMAX_SCALAR, refused)), is(Optional.empty()));
  }

  @Test
  void a_refusal_by_every_value_of_a_choice_needs_none() {
    // Out of range, whatever negative axes there may be.
    Question hot = Question.of("one_hot", DType.FLOAT32).labels("indices", "[1]");
    Question axis = hot.attribute("depth", 2L).attribute("axis", -9L);
    assertThat(refusal(axis), is(Optional.empty()));
  }

  @Test
  void a_refusal_that_takes_two_choices_to_undo_has_to_say_one() {
    Question labels =
        Question.of("sparse_softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("logits", "[[1, 2, 3], [1, 2, 3]]")
            .labels("labels", "[-1, 3]");
    assertThat(
        refusal(labels, RefusalCode.LABEL_OUT_OF_RANGE),
        is(Optional.of("it is refused by choice: say \"where sparse_label.negative is …\"")));
    Question said = labels.declaring(Choice.SPARSE_LABEL_NEGATIVE, "refused");
    assertThat(refusal(said, RefusalCode.LABEL_OUT_OF_RANGE), is(Optional.empty()));
  }

  private static Optional<String> refusal(Question question) {
    return refusal(question, RefusalCode.INVALID_AXIS);
  }

  private static Optional<String> refusal(Question question, RefusalCode expected) {
    return new LiteralCheck(question.request(), question.declared(), new Evaluations())
        .mismatch(expected);
  }

  @Test
  void a_value_beside_the_edge_is_told_from_it_though_doubles_cannot() {
    // The float next to 1.05 is 4.768e-8 below it. Beside 2^22 doubles know the sum to 2^-30.
    Question sum = Question.of("reduce_loss", DType.FLOAT32).attribute("reduction", "sum");
    Question more = sum.input("loss", "[0x1p22, 4.8e-8, 1.05, -0x1p22]");
    assertThat(mismatch(more, "1.0").isPresent(), is(true));
    Question less = sum.input("loss", "[0x1p22, 4.76e-8, 1.05, -0x1p22]");
    assertThat(mismatch(less, "1.0"), is(Optional.empty()));
  }
}
