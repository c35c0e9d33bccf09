package io.crosscheck.backend;

/** An implementation under test. Calls come one at a time, from one thread or another. */
public interface Backend extends AutoCloseable {

  Description description();

  /** Answers a request for an operation and dtype that the description claims; never throws. */
  Answer answer(Request request);

  /** Releases what it holds; does nothing unless overridden. */
  @Override
  default void close() {}
}
