package io.crosscheck.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a line.
 *
 * @param kind {@code text}, {@code code}, {@code place} for a column of examples, or {@code link}
 * @param target where a link goes, else empty
 */
record Span(String kind, String text, String target) {

  private static final Pattern IN_STEPS =
      Pattern.compile("(?<place><\\w[^<>]*>)|(?<code>\\[[^\"]*\\])");
  private static final Pattern IN_COMMENTS =
      Pattern.compile("\\{@(?:code (?<code>[^}]*)|link (?<link>[^}]*))\\}");

  /** A step's text with its placeholders and lists told apart. */
  static List<Span> ofStep(String text) {
    return split(
        text,
        IN_STEPS,
        m -> {
          String place = m.group("place");
          return place == null ? List.of(ofList(m.group("code"))) : List.of(ofPlace(place));
        });
  }

  /** A sentence of a comment, its code and links told apart. */
  static List<Span> ofComment(String text, Links links) {
    return split(
        text,
        IN_COMMENTS,
        m -> {
          String code = m.group("code");
          return List.of(
              code == null ? links.of(m.group("link").strip()) : new Span("code", code, ""));
        });
  }

  /** What a link of a comment becomes. */
  @FunctionalInterface
  interface Links {
    Span of(String reference);
  }

  @FunctionalInterface
  private interface Found {
    List<Span> spans(Matcher matcher);
  }

  private static Span ofList(String list) {
    return new Span("code", list, "");
  }

  private static Span ofPlace(String place) {
    return new Span("place", place.substring(1, place.length() - 1), "");
  }

  private static List<Span> split(String text, Pattern pattern, Found found) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int end = 0;
    while (matcher.find()) {
      spans.add(new Span("text", text.substring(end, matcher.start()), ""));
      spans.addAll(found.spans(matcher));
      end = matcher.end();
    }
    spans.add(new Span("text", text.substring(end), ""));
    return spans;
  }
}
