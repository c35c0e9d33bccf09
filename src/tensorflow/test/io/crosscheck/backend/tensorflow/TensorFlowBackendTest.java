package io.crosscheck.backend.tensorflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.LibraryBackendContract;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code tensorflow} alone. */
class TensorFlowBackendTest extends LibraryBackendContract {

  TensorFlowBackendTest() {
    super(new TensorFlowBackend());
  }

  @Test
  void an_axis_that_the_operator_lacks_is_unsupported() {
    assertThat(softmaxOfVector(3), is(instanceOf(Answer.Unsupported.class)));
  }
}
