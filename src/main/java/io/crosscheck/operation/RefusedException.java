package io.crosscheck.operation;

/** Arguments that an operation refuses. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  /** A refusal with that code; the message says what was seen and what is allowed. */
  public RefusedException(RefusalCode code, String message) {
    super(message);
    this.code = code;
  }

  public RefusalCode code() {
    return code;
  }
}
