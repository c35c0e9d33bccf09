package io.crosscheck.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Findings;
import io.cucumber.plugin.event.Status;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class ResultStepsTest {

  private static final String TWO_EQUAL =
      "Given the float32 tensor logits = [3, 3]\nWhen softmax is computed\n";
  private static final String ONE_LEFT =
      "Given the float32 tensor logits = [3, -Infinity]\nWhen softmax is computed\n";

  @Test
  void a_right_result_passes() {
    assertPasses(TWO_EQUAL + "Then the result is [0.5, 0.5]");
  }

  @Test
  void a_wrong_result_fails_with_the_request_that_reproduces_it() {
    Scenarios scenarios =
        Scenarios.run(TWO_EQUAL + "Then the result is [0.5, 0.5]", answering(0.5f, 0.25f));
    assertThat(scenarios.error(), instanceOf(AssertionError.class));
    assertThat(
        scenarios.error().getMessage(),
        allOf(containsString("0.25"), containsString("\"operation\":\"softmax\"")));
    assertThat(scenarios.findings().request().orElseThrow().operation(), is("softmax"));
  }

  @Test
  void a_passing_case_leaves_its_measurement_and_no_request() {
    Findings findings =
        Scenarios.run(
                "Given the float32 tensor logits = [1, 2]\nWhen softmax is computed\n"
                    + "Then the result conforms")
            .findings();
    assertThat(findings.measured().get(0).measurement().elements(), is(2L));
    assertThat(findings.request(), is(Optional.empty()));
  }

  @Test
  void a_wrong_literal_is_the_scenarios_fault_whatever_the_implementation_says() {
    Throwable error =
        Scenarios.run(TWO_EQUAL + "Then the result is [0.5, 0.25]", answering(0.5f, 0.25f)).error();
    assertThat(error, instanceOf(SpecificationFault.class));
  }

  @Test
  void exactly_judges_the_sign_of_zero() {
    assertPasses(ONE_LEFT + "Then the result is exactly [1, 0]");
    Scenarios negative =
        Scenarios.run(ONE_LEFT + "Then the result is exactly [1, 0]", answering(1, -0.0f));
    assertThat(negative.error(), instanceOf(AssertionError.class));
    assertThat(
        Scenarios.run(ONE_LEFT + "Then the result is [1, 0]", answering(1, -0.0f))
            .result()
            .getStatus(),
        is(Status.PASSED));
  }

  @Test
  void another_dtype_or_shape_fails() {
    String steps = TWO_EQUAL + "Then the result has dtype float32 and shape [2]";
    assertPasses(steps);
    Tensor narrow = Tensor.ofNumbers(DType.FLOAT16, Shape.of(2), 0.5, 0.5);
    Scenarios scenarios = Scenarios.run(steps, answer -> new Answer.Output(narrow));
    assertThat(scenarios.error(), instanceOf(AssertionError.class));
    assertThat(scenarios.error().getMessage(), containsString("float16"));
  }

  @Test
  void a_refusal_is_judged_by_its_code() {
    String steps =
        "Given the float32 tensor logits = [1]\nWhen softmax is computed with axis 1\n"
            + "Then the operation is refused with invalid_axis";
    assertPasses(steps);
    UnaryOperator<Answer> otherCode =
        answer -> new Answer.Refused(RefusalCode.INVALID_SHAPE, "rank too small");
    assertThat(Scenarios.run(steps, otherCode).error(), instanceOf(AssertionError.class));
    assertThat(Scenarios.run(steps, answering(1)).error(), instanceOf(AssertionError.class));
  }

  @Test
  void a_refusal_that_the_specification_does_not_make_is_the_scenarios_fault() {
    Throwable error =
        Scenarios.run(TWO_EQUAL + "Then the operation is refused with invalid_axis").error();
    assertThat(error, instanceOf(SpecificationFault.class));
  }

  @Test
  void an_unknown_attribute_is_a_fault_unless_its_refusal_is_expected() {
    String steps = "Given the float32 tensor logits = [1]\nWhen softmax is computed with dim 0\n";
    assertPasses(steps + "Then the operation is refused with invalid_attribute");
    assertThat(
        Scenarios.run(steps + "Then the result conforms").error(),
        instanceOf(SpecificationFault.class));
  }

  @Test
  void an_implementation_may_take_any_value_of_an_undeclared_choice() {
    String steps =
        "Given the float32 tensor logits = [-Infinity, -Infinity]\nWhen softmax is computed\n"
            + "Then where softmax.all_negative_infinity is nan the result is [NaN, NaN]\n"
            + "And where softmax.all_negative_infinity is zeros the result is [0, 0]";
    assertPasses(steps);
    Scenarios zeros = Scenarios.run(steps, answering(0, 0));
    assertThat(zeros.result().getStatus(), is(Status.PASSED));
    assertThat(zeros.findings().observed(), is(Map.of("softmax.all_negative_infinity", "zeros")));
    assertThat(Scenarios.run(steps, answering(0, 1)).error(), instanceOf(AssertionError.class));
  }

  @Test
  void at_a_choice_the_answers_of_a_scenario_follow_one_value() {
    String columns =
        """
        Given the float32 tensor logits = [[1, 2], [1, 2]]
        When softmax is computed as all with axis -2
        Given the float32 tensor logits = [[3, 2], [3, 2]]
        When softmax is computed as others with axis -2
        Then all conforms
        """;
    Answer refused = new Answer.Refused(RefusalCode.INVALID_AXIS, "");
    assertThat(
        Scenarios.run(columns + "And others conforms", answer -> refused).result().getStatus(),
        is(Status.PASSED));
    Iterator<Answer> answers =
        List.of(new Answer.Output(Tensor.ofFloats(Shape.of(2, 2), 0.5f, 0.5f, 0.5f, 0.5f)), refused)
            .iterator();
    assertThat(
        Scenarios.run(columns + "And others conforms", answer -> answers.next())
            .error()
            .getMessage(),
        containsString(
            "right where negative_axis is only_minus_one or refused, an earlier one of the scenario where it is any"));
  }

  @Test
  void what_is_not_claimed_is_skipped_with_the_reason_and_not_asked() {
    Scenarios scenarios =
        Scenarios.run(
            "Given the float64 tensor logits = [1]\nWhen softmax is computed\n"
                + "Then the result conforms");
    assertThat(scenarios.error(), instanceOf(TestAbortedException.class));
    assertThat(scenarios.error().getMessage(), containsString("float64"));
    assertThat(scenarios.requests().isEmpty(), is(true));
  }

  @Test
  void an_integer_operation_is_claimed_by_the_dtype_of_its_result() {
    String steps = "Given the int64 tensor indices = [1]\nWhen one_hot is computed with depth 2";
    assertPasses(steps + "\nThen the result is exactly [[0, 1]]");
    assertThat(
        Scenarios.run(steps + ", dtype float16\nThen the result conforms").error(),
        instanceOf(TestAbortedException.class));
  }

  @Test
  void an_implementation_that_breaks_is_errored_with_its_own_words() {
    Scenarios scenarios =
        Scenarios.run(
            TWO_EQUAL + "Then the result conforms", answer -> new Answer.Failed("out of memory"));
    assertThat(scenarios.error(), instanceOf(ErroredException.class));
    assertThat(scenarios.error().getMessage(), is("out of memory"));
  }

  @Test
  void an_operation_that_does_not_exist_is_the_scenarios_fault_unless_that_is_the_point() {
    String steps = "Given the float32 tensor logits = [1]\nWhen softmaxx is computed\n";
    assertPasses(steps + "Then the operation is refused with unknown_operation");
    assertThat(
        Scenarios.run(steps + "Then the result conforms").error(),
        instanceOf(SpecificationFault.class));
  }

  private static void assertPasses(String steps) {
    Scenarios scenarios = Scenarios.run(steps);
    assertThat(
        String.valueOf(scenarios.error()), scenarios.result().getStatus(), is(Status.PASSED));
  }

  private static UnaryOperator<Answer> answering(float... elements) {
    Tensor tensor = Tensor.ofFloats(Shape.of(elements.length), elements);
    return answer -> new Answer.Output(tensor);
  }
}
