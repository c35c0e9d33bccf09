package io.crosscheck.protocol;

import io.crosscheck.backend.Request;

/** A line that an adapter is sent. */
public sealed interface Query {

  long id();

  /** Asks what the implementation is. */
  record Describe(long id) implements Query {}

  /**
   * Asks for an operation.
   *
   * @param encoding how the input tensors came, and so how the asker likes its answer
   * @param enclosure whether the certified bounds are asked for beside the result
   */
  record Run(long id, Request request, Encoding encoding, boolean enclosure) implements Query {}
}
