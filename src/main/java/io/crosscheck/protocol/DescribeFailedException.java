package io.crosscheck.protocol;

/**
 * An adapter that starts but does not describe itself as the protocol asks: all its cases are
 * errored.
 */
public final class DescribeFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  DescribeFailedException(String message) {
    super(message);
  }
}
