package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choices;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import org.junit.jupiter.api.Test;

/**
 * That the shortcut takes the elements that it is there for: nothing else shows whether it does.
 */
class FirstLookTest {

  // By mpmath 1.3: e^-2, e^-1 and 1 over their sum, then e^-2, 1 and e^-1 over the same.
  private static final String RIGHT =
      "[[0.09003057, 0.24472847, 0.66524096], [0.09003057, 0.66524096, 0.24472847]]";

  private static final Question ROWS =
      Question.of("softmax", DType.FLOAT32).input("logits", "[[1, 2, 3], [1, 3, 2]]");

  @Test
  void a_right_result_is_taken_whole() {
    assertThat(look(ROWS, RIGHT).next(0), is(6));
  }

  @Test
  void it_stops_at_what_is_too_far_off_and_goes_on_behind() {
    FirstLook look = look(ROWS, RIGHT.replace("0.66524096]", "0.7]"));
    assertThat(look.next(0), is(2));
    assertThat(look.next(3), is(6));
  }

  @Test
  void elements_that_must_be_exact_are_taken_where_they_are() {
    Question masked =
        Question.of("masked_softmax", DType.FLOAT32)
            .input("logits", "[1, 7, 2, 3]")
            .input("mask", TensorLiteral.parse("[true, false, true, true]", DType.BOOL));
    String right = "[0.09003057, 0, 0.24472847, 0.66524096]";
    assertThat(look(masked, right).next(0), is(4));
    assertThat(look(masked, right.replace(" 0,", " 1e-45,")).next(0), is(1));
  }

  private static FirstLook look(Question question, String literal) {
    Choices choices = Choices.defaults();
    Evaluation evaluation = Evaluation.of(question.request(), choices);
    DType dtype = question.dtype();
    Tensor result = TensorLiteral.parse(literal, dtype);
    return new FirstLook(
        evaluation.certified(),
        Tolerance.of(
            evaluation.operation(), evaluation.arguments(), choices, dtype, question.profile()),
        new OverBounds(
            evaluation.operation(), evaluation.arguments(), choices, dtype, question.profile()),
        choices,
        result,
        new Tally());
  }
}
