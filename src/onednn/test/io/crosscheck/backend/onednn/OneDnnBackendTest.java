package io.crosscheck.backend.onednn;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.LibraryBackendContract;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code onednn} alone. */
class OneDnnBackendTest extends LibraryBackendContract {

  OneDnnBackendTest() {
    super(new OneDnnBackend());
  }

  @Test
  void an_axis_beyond_an_int_is_refused() {
    assertThat(softmaxOfVector(4294967296L), is(instanceOf(Answer.Refused.class)));
  }
}
