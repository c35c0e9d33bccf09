package io.crosscheck.protocol;

import java.nio.charset.StandardCharsets;

/** Foreign text made fit to be quoted in a message: cut, and without control characters. */
final class Excerpt {

  /** How much of an offending line a message quotes, in characters. */
  static final int LINE = 1_000;

  private Excerpt() {}

  /** The beginning of a line. */
  static String ofLine(byte[] line) {
    int enough = Math.min(line.length, 4 * LINE + 4);
    return of(new String(line, 0, enough, StandardCharsets.UTF_8), LINE);
  }

  /** The first {@code limit} characters. */
  static String of(String text, int limit) {
    return printable(text.length() <= limit ? text : text.substring(0, limit) + "…");
  }

  /** The last {@code limit} characters. */
  static String tail(String text, int limit) {
    int from = text.length() - limit;
    return printable(from <= 0 ? text : "…" + text.substring(from));
  }

  private static String printable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c == '\n' || c == '\t' || !Character.isISOControl(c);
      kept.append(plain ? c : '\uFFFD');
    }
    return kept.toString();
  }
}
