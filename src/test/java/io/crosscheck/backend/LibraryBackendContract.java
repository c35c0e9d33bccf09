package io.crosscheck.backend;

import static org.hamcrest.MatcherAssert.assertThat;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.tensor.TensorLiteral;
import io.crosscheck.verdict.Judge;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every library in a JVM must do; the test of each needs its profile. */
public abstract class LibraryBackendContract {

  private final LibraryBackend backend;

  protected LibraryBackendContract(LibraryBackend backend) {
    this.backend = backend;
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void a_softmax_conforms_in_every_dtype_that_is_claimed() {
    for (DType dtype : backend.description().operations().get("softmax")) {
      Request request = softmax(TensorLiteral.parse("[[0, 1, 3], [2, 0.5, 1]]", dtype), 1);
      Answer answer = backend.answer(request);
      Judge judge = new Judge(Profile.STANDARD, Map.of());
      assertThat(answer.toString(), judge.judge(request, answer).passed());
    }
  }

  /** The answer for three float32 logits along that axis. */
  protected final Answer softmaxOfVector(long axis) {
    return backend.answer(softmax(TensorLiteral.parse("[0, 1, 3]", DType.FLOAT32), axis));
  }

  private static Request softmax(Tensor logits, long axis) {
    return new Request("softmax", new Arguments(Map.of("logits", logits), Map.of("axis", axis)));
  }
}
