package io.crosscheck.run;

/** An implementation that starts but doesn't say what it is: none of its cases can be asked. */
public final class NotDescribedException extends Exception {

  private static final long serialVersionUID = 1L;

  NotDescribedException(String message) {
    super(message);
  }
}
