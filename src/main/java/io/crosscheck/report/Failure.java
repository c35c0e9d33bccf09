package io.crosscheck.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A case that did not pass, as the index page shows it.
 *
 * @param brief whether only the first line of the message is shown
 */
record Failure(
    String outcome,
    String scenario,
    String example,
    String subject,
    boolean brief,
    Excerpt message,
    Excerpt request,
    Excerpt stderr) {

  private static final int MESSAGE_LIMIT = 20_000;
  private static final int REQUEST_LIMIT = 4_000;
  private static final int STDERR_LIMIT = 4_000;

  /**
   * The beginning of a text.
   *
   * @param length of the whole text where it was cut, else 0
   */
  record Excerpt(String text, int length) {

    static Excerpt of(String text, int limit) {
      String cut = PlainText.cut(text, limit);
      return new Excerpt(cut, cut.length() == text.length() ? 0 : text.length());
    }
  }

  /** The case in full. */
  static Failure of(Case c) {
    return of(c, false, Excerpt.of(PlainText.clean(c.message()), MESSAGE_LIMIT), c.request());
  }

  /** The case in one line. */
  static Failure brief(Case c) {
    return of(c, true, new Excerpt(PlainText.firstLine(c.message(), 200), 0), null);
  }

  private static Failure of(Case c, boolean brief, Excerpt message, @Nullable JsonNode request) {
    return new Failure(
        c.outcome().token(),
        c.scenario(),
        c.example(),
        c.operation() + " " + c.dtype(),
        brief,
        message,
        Excerpt.of(request == null ? "" : PlainText.clean(request.toString()), REQUEST_LIMIT),
        Excerpt.of(brief ? "" : PlainText.clean(c.stderr()), STDERR_LIMIT));
  }
}
