package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

  private static final Question HALVES =
      Question.of("softmax", DType.FLOAT32).input("logits", "[3, 3]");
  private static final Question NO_SUCH_AXIS = HALVES.attribute("axis", 1L);
  private static final Question OF_SCALAR =
      Question.of("softmax", DType.FLOAT32).input("logits", "3");

  @Test
  void the_right_result_passes_without_a_word() {
    Verdict verdict = HALVES.on("[0.5, 0.5]");
    assertThat(verdict.outcome(), is(Outcome.PASSED));
    assertThat(verdict.message(), is(""));
    assertThat(verdict.measurement().orElseThrow().worstUlp(), is(0.0));
    assertThat(verdict.measurement().orElseThrow().elements(), is(2L));
  }

  @Test
  void a_refusal_that_is_due_passes_with_its_code() {
    Verdict verdict = NO_SUCH_AXIS.onRefusal(RefusalCode.INVALID_AXIS);
    assertThat(verdict.outcome(), is(Outcome.PASSED));
    assertThat(verdict.message(), is(""));
  }

  @Test
  void a_refusal_that_is_due_passes_with_the_code_other_and_a_remark() {
    Verdict verdict = NO_SUCH_AXIS.onRefusal(RefusalCode.OTHER);
    assertThat(verdict.outcome(), is(Outcome.PASSED));
    assertThat(
        verdict.message(), is("softmax refused with other (because); expected invalid_axis"));
  }

  @Test
  void a_refusal_with_another_code_fails() {
    Verdict verdict = NO_SUCH_AXIS.onRefusal(RefusalCode.INVALID_SHAPE);
    assertThat(verdict.outcome(), is(Outcome.FAILED));
    assertThat(
        verdict.message(),
        is("softmax refused with invalid_shape (because); expected invalid_axis"));
  }

  @Test
  void a_result_where_a_refusal_is_due_fails() {
    Verdict verdict = NO_SUCH_AXIS.on("[0.5, 0.5]");
    assertThat(verdict.outcome(), is(Outcome.FAILED));
    assertThat(
        verdict.message(), is("softmax gave a result; expected a refusal with invalid_axis"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OTHER", "INVALID_AXIS"})
  void a_refusal_where_a_result_is_due_fails(RefusalCode code) {
    Verdict verdict = HALVES.attribute("axis", 0L).onRefusal(code);
    assertThat(verdict.outcome(), is(Outcome.FAILED));
    assertThat(verdict.message(), containsString("(because); expected a result"));
  }

  @Test
  void the_choice_of_negative_axes_does_not_excuse_refusing_the_default_axis() {
    assertThat(HALVES.onRefusal(RefusalCode.INVALID_AXIS).passed(), is(false));
    Question last = HALVES.attribute("axis", -1L);
    assertThat(last.onRefusal(RefusalCode.INVALID_AXIS).passed(), is(true));
    Question oneHot = Question.of("one_hot", DType.FLOAT32).labels("indices", "[0]");
    Question two = oneHot.attribute("depth", 2L);
    assertThat(two.onRefusal(RefusalCode.INVALID_AXIS).passed(), is(false));
    Question twoLast = two.attribute("axis", -1L);
    assertThat(twoLast.onRefusal(RefusalCode.INVALID_AXIS).passed(), is(true));
  }

  @Test
  void arguments_that_do_not_bind_are_refusals_too() {
    Question nothing = Question.of("softmax", DType.FLOAT32);
    assertThat(nothing.onRefusal(RefusalCode.MISSING_INPUT).passed(), is(true));
    assertThat(nothing.on("[1]").passed(), is(false));
  }

  @Test
  void an_expected_refusal_is_judged_without_knowing_the_operation() {
    Question unknown = Question.of("hardmax", DType.FLOAT32);
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    Answer refused = new Answer.Refused(RefusalCode.UNKNOWN_OPERATION, "");
    RefusalCode expected = RefusalCode.UNKNOWN_OPERATION;
    assertThat(judge.judgeRefusal(unknown.request(), refused, expected).passed(), is(true));
    Answer result = new Answer.Output(TensorLiteral.parse("1", DType.FLOAT32));
    assertThat(judge.judgeRefusal(unknown.request(), result, expected).passed(), is(false));
  }

  @Test
  void what_is_not_done_is_unsupported_and_what_broke_is_errored_also_where_a_refusal_is_due() {
    for (Question question : new Question[] {HALVES, NO_SUCH_AXIS}) {
      Verdict unsupported = question.on(new Answer.Unsupported("no kernel"));
      assertThat(unsupported.outcome(), is(Outcome.UNSUPPORTED));
      assertThat(unsupported.message(), is("no kernel"));
      Verdict errored = question.on(new Answer.Failed("a crash"));
      assertThat(errored.outcome(), is(Outcome.ERRORED));
      assertThat(errored.message(), is("a crash"));
    }
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    Answer crash = new Answer.Failed("a crash");
    RefusalCode expected = RefusalCode.INVALID_AXIS;
    assertThat(
        judge.judgeRefusal(NO_SUCH_AXIS.request(), crash, expected).outcome(), is(Outcome.ERRORED));
  }

  @Test
  void a_result_of_another_dtype_fails_and_says_which() {
    Verdict verdict = HALVES.on(TensorLiteral.parse("[0.5, 0.5]", DType.FLOAT64));
    assertThat(verdict.outcome(), is(Outcome.FAILED));
    assertThat(
        verdict.message(),
        is(
            "softmax: the result is a float64 tensor of shape [2];"
                + " expected float32 of shape [2]"));
  }

  @Test
  void a_result_of_another_shape_fails_and_says_which() {
    Verdict verdict = HALVES.on("[[0.5, 0.5]]");
    assertThat(verdict.outcome(), is(Outcome.FAILED));
    assertThat(
        verdict.message(),
        is(
            "softmax: the result is a float32 tensor of shape [1, 2];"
                + " expected float32 of shape [2]"));
  }

  @Test
  void every_value_of_an_undeclared_choice_passes_and_is_reported_as_observed() {
    Question slice =
        Question.of("softmax", DType.FLOAT32).input("logits", "[-Infinity, -Infinity]");
    Map<String, String> results =
        Map.of("nan", "[NaN, NaN]", "zeros", "[0, 0]", "uniform", "[0.5, 0.5]");
    results.forEach(
        (value, result) -> {
          Verdict verdict = slice.on(result);
          assertThat(value, verdict.passed());
          assertThat(verdict.observed(), hasEntry(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, value));
        });
    assertThat(slice.on("[0.5, 0]").passed(), is(false));
    assertThat(slice.on("[1, 1]").passed(), is(false));
  }

  @ParameterizedTest
  @CsvSource({"nan, NaN", "zeros, 0", "uniform, 0.5"})
  void an_implementation_is_held_to_the_value_that_it_declared(String value, String element) {
    Question slice =
        Question.of("softmax", DType.FLOAT32)
            .input("logits", "[-Infinity, -Infinity]")
            .declaring(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, value);
    for (String other : new String[] {"NaN", "0", "0.5"}) {
      Verdict verdict = slice.on("[" + other + ", " + other + "]");
      assertThat(value + " and " + other, verdict.passed(), is(other.equals(element)));
    }
  }

  @Test
  void a_result_passes_where_an_undeclared_choice_offers_one_beside_a_refusal() {
    assertThat(OF_SCALAR.onRefusal(RefusalCode.INVALID_AXIS).passed(), is(true));
    Verdict verdict = OF_SCALAR.on("1");
    assertThat(verdict.passed(), is(true));
    assertThat(verdict.observed(), hasEntry(Choice.SOFTMAX_SCALAR, "one"));
    assertThat(OF_SCALAR.on("0.5").passed(), is(false));
    assertThat(OF_SCALAR.declaring(Choice.SOFTMAX_SCALAR, "refused").on("1").passed(), is(false));
    assertThat(
        OF_SCALAR
            .declaring(Choice.SOFTMAX_SCALAR, "one")
            .onRefusal(RefusalCode.INVALID_AXIS)
            .passed(),
        is(false));
  }

  @Test
  void two_undeclared_choices_combine_freely() {
    Question slices =
        Question.of("softmax", DType.FLOAT32).input("logits", "[[NaN, 1], [-Infinity, -Infinity]]");
    String[] first = {"[NaN, NaN]", "[NaN, 0]"};
    String[] second = {"[NaN, NaN]", "[0, 0]", "[0.5, 0.5]"};
    String[] firstValues = {"poisons_slice", "stays_local"};
    String[] secondValues = {"nan", "zeros", "uniform"};
    for (int i = 0; i < first.length; i++) {
      for (int k = 0; k < second.length; k++) {
        Verdict verdict = slices.on("[" + first[i] + ", " + second[k] + "]");
        assertThat(
            verdict.observed(),
            equalTo(
                Map.of(
                    Choice.SOFTMAX_NOT_A_NUMBER, firstValues[i],
                    Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, secondValues[k])));
      }
    }
    assertThat(slices.on("[[0, NaN], [0, 0]]").passed(), is(false));
  }

  @Test
  void one_choice_has_one_value_within_an_answer() {
    Question slices =
        Question.of("softmax", DType.FLOAT32)
            .input("logits", "[[-Infinity, -Infinity], [-Infinity, -Infinity]]");
    assertThat(slices.on("[[0, 0], [0, 0]]").passed(), is(true));
    assertThat(slices.on("[[0, 0], [0.5, 0.5]]").passed(), is(false));
  }

  @Test
  void a_choice_that_the_answer_does_not_depend_on_is_not_observed() {
    assertThat(HALVES.attribute("axis", 0L).on("[0.5, 0.5]").observed(), aMapWithSize(0));
  }

  @Test
  void an_unknown_value_of_a_choice_is_refused() {
    Question odd = HALVES.declaring(Choice.NEGATIVE_AXIS, "sometimes");
    String message = "";
    try {
      odd.on("[0.5, 0.5]");
    } catch (IllegalArgumentException e) {
      message = e.getMessage();
    }
    assertThat(
        message, is("negative_axis is \"sometimes\"; it can be [any, only_minus_one, refused]"));
  }
}
