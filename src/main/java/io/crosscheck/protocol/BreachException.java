package io.crosscheck.protocol;

/** The end of a process: it crashed, was too slow or broke the protocol. */
final class BreachException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What happened, as the words that its message begins with. */
  enum Kind {
    TIMED_OUT("timed out"),
    CRASHED("crashed"),
    PROTOCOL_ERROR("protocol error");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Kind kind;

  private final boolean ofEarlier;

  private BreachException(Kind kind, String message) {
    this(kind, message, false);
  }

  private BreachException(Kind kind, String message, boolean ofEarlier) {
    super(kind.words + message);
    this.kind = kind;
    this.ofEarlier = ofEarlier;
  }

  static BreachException timedOut(String limit) {
    return new BreachException(Kind.TIMED_OUT, " after " + limit);
  }

  static BreachException crashed(String how) {
    return new BreachException(Kind.CRASHED, ": " + how);
  }

  static BreachException protocolError(String reason) {
    return new BreachException(Kind.PROTOCOL_ERROR, ": " + reason);
  }

  static BreachException protocolError(String reason, byte[] line) {
    return protocolError(reason + "; the line: " + Excerpt.ofLine(line));
  }

  /** An answer to an id that was answered before; the case in flight pays, having no better. */
  static BreachException secondAnswer(String reason, byte[] line) {
    return new BreachException(
        Kind.PROTOCOL_ERROR, ": " + reason + "; the line: " + Excerpt.ofLine(line), true);
  }

  /** Whether it comes of a request that was answered already. */
  boolean isOfEarlier() {
    return ofEarlier;
  }

  Kind kind() {
    return kind;
  }

  /** The message, followed by what the process wrote to stderr, if anything. */
  String with(String stderr) {
    return stderr.isEmpty() ? String.valueOf(getMessage()) : getMessage() + "\nstderr: " + stderr;
  }
}
