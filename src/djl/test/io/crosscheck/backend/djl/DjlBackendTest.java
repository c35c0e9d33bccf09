package io.crosscheck.backend.djl;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.LibraryBackendContract;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code djl} alone. */
class DjlBackendTest extends LibraryBackendContract {

  private static final DjlBackend BACKEND = new DjlBackend();

  DjlBackendTest() {
    super(BACKEND);
  }

  @Test
  void what_the_library_throws_an_error_for_is_refused() {
    assertThat(softmaxOfVector(3), is(instanceOf(Answer.Refused.class)));
  }

  @Test
  void a_loss_answers_for_a_mean() {
    assertThat(crossEntropy("[[1, 0], [0, 1]]", "mean"), is(instanceOf(Answer.Output.class)));
  }

  @Test
  void other_reductions_are_unsupported_where_there_is_more_than_one_loss() {
    for (String reduction : new String[] {"none", "sum"}) {
      assertThat(
          reduction,
          crossEntropy("[[1, 0], [0, 1]]", reduction),
          is(instanceOf(Answer.Unsupported.class)));
      assertThat(
          reduction, crossEntropy("[1, 0]", reduction), is(instanceOf(Answer.Output.class)));
    }
  }

  private Answer crossEntropy(String labels, String reduction) {
    Tensor tensor = TensorLiteral.parse(labels, DType.FLOAT32);
    return BACKEND.answer(
        new Request(
            "softmax_cross_entropy_with_logits",
            new Arguments(
                Map.of("labels", tensor, "logits", tensor), Map.of("reduction", reduction))));
  }
}
