package io.crosscheck.steps;

/** The implementation broke instead of answering. */
public final class ErroredException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is the implementation's own, or says how it died. */
  public ErroredException(String message) {
    super(message);
  }
}
