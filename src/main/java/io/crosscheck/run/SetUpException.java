package io.crosscheck.run;

/** A run that can't take place: nothing was judged, and the user has something to put right. */
public final class SetUpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is one line: what was seen, what is expected, what to do. */
  public SetUpException(String message) {
    super(message);
  }
}
