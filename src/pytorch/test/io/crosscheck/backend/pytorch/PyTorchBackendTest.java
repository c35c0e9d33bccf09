package io.crosscheck.backend.pytorch;

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

/** Needs the library: part of the profile {@code pytorch} alone. */
class PyTorchBackendTest {

  private static final PyTorchBackend BACKEND = new PyTorchBackend();

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
  void what_the_library_throws_an_error_for_is_refused() {
    Tensor logits = TensorLiteral.parse("[0, 1, 3]", DType.FLOAT32);
    assertThat(
        BACKEND.answer(softmax(logits, 3)), is(instanceOf(Answer.Refused.class)));
  }

  private static Request softmax(Tensor logits, long axis) {
    return new Request(
        "softmax", new Arguments(Map.of("logits", logits), Map.of("axis", axis)));
  }
}
