package io.crosscheck.backend.tensorflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.crosscheck.verdict.Judge;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code tensorflow} alone. */
class TensorFlowBackendTest {

  private static final TensorFlowBackend BACKEND = new TensorFlowBackend();

  @AfterAll
  static void close() {
    BACKEND.close();
  }

  @Test
  void a_softmax_conforms_in_every_dtype_that_is_claimed() {
    for (DType dtype : BACKEND.description().operations().get("softmax")) {
      Tensor logits = TensorLiteral.parse("[[0, 1, 3], [2, 0.5, 1]]", dtype);
      Request request = softmax(logits, 1);
      Answer answer = BACKEND.answer(request);
      Judge judge = new Judge(Profile.STANDARD, Map.of());
      assertThat(answer.toString(), judge.judge(request, answer).passed());
    }
  }

  @Test
  void an_axis_that_the_operator_lacks_is_unsupported() {
    Tensor logits = TensorLiteral.parse("[0, 1, 3]", DType.FLOAT32);
    assertThat(
        BACKEND.answer(softmax(logits, 3)), is(instanceOf(Answer.Unsupported.class)));
  }

  private static Request softmax(Tensor logits, long axis) {
    return new Request(
        "softmax", new Arguments(Map.of("logits", logits), Map.of("axis", axis)));
  }
}
