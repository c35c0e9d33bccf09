package io.crosscheck.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.cucumber.plugin.event.Status;
import org.junit.jupiter.api.Test;

class PropertyStepsTest {

  private static final String COMPUTED =
      "Given the float32 tensor logits = [[1, 2], [2, 1]]\nWhen softmax is computed\n";
  private static final String COMPUTED_TWICE =
      COMPUTED.replace("computed", "computed as one")
          + "Given the float32 tensor logits = [[[1, 2]], [[2, 1]]]\n"
          + "When softmax is computed as two\n";

  @Test
  void slices_must_sum_to_the_number() {
    String steps = COMPUTED + "Then every slice of the result along axis 1 sums to 1";
    assertThat(status(steps, 0.25f, 0.75f, 0.5f, 0.5f), is(Status.PASSED));
    assertThat(failure(steps, 0.25f, 0.75f, 0.5f, 0.501f), containsString("slice 1"));
    assertThat(failure(steps, 0.25f, 0.75f, 0.5f, Float.NaN), containsString("slice 1"));
  }

  @Test
  void a_gradient_must_be_the_slope_of_its_operation() {
    String steps =
        "Given the float32 tensor output_gradient = [1, 0]\n"
            + "And the float32 tensor logits = [0, 0]\nWhen softmax_gradient is computed\n"
            + "Then the result is the slope of softmax for logits";
    Tensor right = Tensor.ofFloats(Shape.of(2), 0.25f, -0.25f);
    assertThat(
        Scenarios.run(steps, a -> new Answer.Output(right)).result().getStatus(),
        is(Status.PASSED));
    Tensor wrong = Tensor.ofFloats(Shape.of(2), 0.25f, -0.2501f);
    assertThat(
        Scenarios.run(steps, a -> new Answer.Output(wrong)).error().getMessage(),
        containsString("element 1 is -0.2501; the slope of softmax there is -0.25,"));
  }

  @Test
  void elements_must_lie_in_the_range() {
    String steps = COMPUTED + "Then every element of the result lies between 0 and 0.75";
    assertThat(status(steps, 0, 0.75f, 0.5f, 0.5f), is(Status.PASSED));
    assertThat(failure(steps, 0, 0.75f, 0.5f, 0.76f), containsString("element 3 is 0.76"));
    assertThat(failure(steps, Float.NaN, 0, 0, 0), containsString("element 0 is NaN"));
  }

  @Test
  void the_order_of_the_input_must_be_kept_in_every_slice() {
    String steps = COMPUTED + "Then the result keeps the order of logits along axis 1";
    assertThat(status(steps, 0.5f, 0.5f, 0.6f, 0.4f), is(Status.PASSED));
    assertThat(failure(steps, 0.5f, 0.5f, 0.4f, 0.6f), containsString("element 3"));
  }

  @Test
  void equal_inputs_may_have_their_results_in_any_order() {
    String steps =
        "Given the float32 tensor logits = [1, 1, 2]\nWhen softmax is computed\n"
            + "Then the result keeps the order of logits along axis 0";
    Tensor answer = Tensor.ofFloats(Shape.of(3), 0.3f, 0.2f, 0.31f);
    assertThat(
        Scenarios.run(steps, a -> new Answer.Output(answer)).result().getStatus(),
        is(Status.PASSED));
    Tensor smaller = Tensor.ofFloats(Shape.of(3), 0.3f, 0.2f, 0.29f);
    assertThat(
        Scenarios.run(steps, a -> new Answer.Output(smaller)).error(),
        instanceOf(AssertionError.class));
  }

  @Test
  void results_agree_across_axes_of_length_one() {
    Scenarios right =
        Scenarios.run(COMPUTED_TWICE + "Then one and two agree\nAnd one and two are identical");
    assertThat(String.valueOf(right.error()), right.result().getStatus(), is(Status.PASSED));
  }

  @Test
  void identical_results_have_the_same_bits_and_any_nan_is_like_another() {
    String steps = COMPUTED_TWICE + "Then one and two are identical";
    String zeros = bits(steps, 0.5f, 0.0f, -0.0f);
    assertThat(zeros, containsString("element 1 of one is 0, of two -0.0; expected the same bits"));
    String last = bits(steps, 0.5f, 0.25f, Math.nextUp(0.25f));
    assertThat(last, containsString("element 1 of one is 0.25, of two 0.25000003;"));
    assertThat(bits(steps, Float.NaN, 0.25f, 0.25f), is("null"));
  }

  /** What is said of two answers, alike but for their second element. */
  private static String bits(String steps, float first, float second, float itsOther) {
    int[] calls = {0};
    Scenarios scenarios =
        Scenarios.run(
            steps,
            answer ->
                new Answer.Output(
                    Tensor.ofFloats(
                        ((Answer.Output) answer).tensor().shape(),
                        first,
                        calls[0]++ == 0 ? second : itsOther,
                        0.5f,
                        0.5f)));
    return String.valueOf(scenarios.error());
  }

  @Test
  void results_that_disagree_are_reported_with_both_requests() {
    int[] calls = {0};
    Tensor wrong = Tensor.ofFloats(Shape.of(2, 1, 2), 0.3f, 0.7f, 0.7f, 0.3f);
    Scenarios scenarios =
        Scenarios.run(
            COMPUTED_TWICE + "Then one and two agree",
            answer -> calls[0]++ == 0 ? answer : new Answer.Output(wrong));
    String message = String.valueOf(scenarios.error().getMessage());
    assertThat(scenarios.error(), instanceOf(AssertionError.class));
    assertThat(message, containsString("\"shape\":[2,2]"));
    assertThat(message, containsString("\"shape\":[2,1,2]"));
  }

  private static Status status(String steps, float... elements) {
    return run(steps, elements).result().getStatus();
  }

  private static String failure(String steps, float... elements) {
    Throwable error = run(steps, elements).error();
    assertThat(error, instanceOf(AssertionError.class));
    return String.valueOf(error.getMessage());
  }

  private static Scenarios run(String steps, float... elements) {
    Tensor tensor = Tensor.ofFloats(Shape.of(2, 2), elements);
    return Scenarios.run(steps, answer -> new Answer.Output(tensor));
  }
}
