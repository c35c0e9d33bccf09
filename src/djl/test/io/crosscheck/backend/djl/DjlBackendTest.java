package io.crosscheck.backend.djl;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.LibraryBackendContract;
import org.junit.jupiter.api.Test;

/** Needs the library: part of the profile {@code djl} alone. */
class DjlBackendTest extends LibraryBackendContract {

  DjlBackendTest() {
    super(new DjlBackend());
  }

  @Test
  void what_the_library_throws_an_error_for_is_refused() {
    assertThat(softmaxOfVector(3), is(instanceOf(Answer.Refused.class)));
  }
}
