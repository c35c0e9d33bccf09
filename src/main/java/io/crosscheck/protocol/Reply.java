package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Description;
import java.util.List;

/** A line that an adapter sends. */
public sealed interface Reply {

  long id();

  /** The answer to a request. */
  record Answered(long id, Answer answer) implements Reply {}

  /**
   * What the implementation says of itself.
   *
   * @param encoding how it wants tensors
   * @param remarks what was ignored because this version does not know it
   */
  record Described(long id, Description description, Encoding encoding, List<String> remarks)
      implements Reply {}
}
