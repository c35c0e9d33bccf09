package io.crosscheck.backend;

/** No backend could be selected: none, several, or one that is unknown or can't run here. */
public final class NoBackendException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message says what there is and what to do. */
  public NoBackendException(String message) {
    super(message);
  }
}
