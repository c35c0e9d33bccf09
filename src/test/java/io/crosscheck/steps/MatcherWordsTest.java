package io.crosscheck.steps;

import static io.crosscheck.verdict.ConformsTo.conformsTo;
import static io.crosscheck.verdict.Operations.softmax;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.hamcrest.StringDescription;
import org.junit.jupiter.api.Test;

/** A user's own test fails with the words of a scenario. */
class MatcherWordsTest {

  @Test
  void a_wrong_element() {
    assertSameWords(new Answer.Output(Tensor.ofFloats(Shape.of(2), 0.5f, 0.25f)));
  }

  @Test
  void a_wrong_dtype() {
    assertSameWords(new Answer.Output(Tensor.ofNumbers(DType.FLOAT64, Shape.of(2), 0.5, 0.5)));
  }

  @Test
  void a_refusal() {
    assertSameWords(new Answer.Refused(RefusalCode.INVALID_AXIS, "axis 0"));
  }

  private static void assertSameWords(Answer wrong) {
    String scenario =
        Scenarios.run(
                "Given the float32 tensor logits = [3, 3]\n"
                    + "When softmax is computed with axis 0\n"
                    + "Then the result conforms",
                answer -> wrong)
            .error()
            .getMessage();
    StringDescription matcher = new StringDescription();
    conformsTo(softmax(new float[] {3, 3}).axis(0)).describeMismatch(wrong, matcher);
    assertThat(matcher.toString(), is(scenario));
  }
}
