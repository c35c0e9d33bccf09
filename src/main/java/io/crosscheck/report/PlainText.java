package io.crosscheck.report;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text of implementations made fit for XML, HTML and Markdown, none of which takes every character.
 */
final class PlainText {

  private static final Pattern TERMINAL_CODES = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** Without terminal codes, and with U+FFFD in place of what XML 1.0 can't hold. */
  static String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return TERMINAL_CODES
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(c -> isXmlCharacter(c) ? c : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The first line that is not blank, cut to {@code limit} characters. */
  static String firstLine(@Nullable String text, int limit) {
    String line =
        clean(text).lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    return line.length() <= limit ? line : cut(line, limit - 1) + "…";
  }

  /** The first {@code limit} characters, never half a surrogate pair. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }

  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= ' ' && c < 0x7F
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
