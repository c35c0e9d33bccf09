package io.crosscheck.protocol;

/** An adapter's command that can't be started, or ends before it says anything: a set-up fault. */
public final class CannotStartException extends Exception {

  private static final long serialVersionUID = 1L;

  CannotStartException(String message) {
    super(message);
  }
}
