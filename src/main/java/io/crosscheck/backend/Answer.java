package io.crosscheck.backend;

import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.Tensor;

/** What an implementation says to a request. */
public sealed interface Answer {

  /** The result. */
  record Output(Tensor tensor) implements Answer {}

  /** The arguments are rejected as wrong. */
  record Refused(RefusalCode code, String message) implements Answer {}

  /** The case is outside what the implementation does, though its description claimed it. */
  record Unsupported(String reason) implements Answer {}

  /**
   * It broke: a crash, a time-out, a breach of protocol or a message of its own.
   *
   * @param stderr what it wrote to stderr meanwhile, its end if that was long; empty if nothing
   */
  record Failed(String message, String stderr) implements Answer {

    /** It broke and wrote nothing, or has no stderr of its own. */
    public Failed(String message) {
      this(message, "");
    }
  }
}
