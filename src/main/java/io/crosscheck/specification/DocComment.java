package io.crosscheck.specification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comment of an operation's class says, so that its page and its code can't differ.
 *
 * @param meaning the first paragraph
 * @param details inputs, attributes, special values
 * @param refusals what is refused, empty where the comment names nothing
 * @param bound the paragraphs on the error allowed
 */
record DocComment(List<String> meaning, List<String> details, String refusals, List<String> bound) {

  private static final Pattern COMMENT =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\s+)*(?:public )?(?:final )?(?:class|record|enum)");

  /** The comment of that class of the catalogue. */
  static DocComment ofClass(String name) {
    try (InputStream in = DocComment.class.getResourceAsStream("operations/" + name + ".java")) {
      if (in == null) {
        throw new IllegalArgumentException("no source of the operation class " + name);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DocComment of(String source) {
    Matcher matcher = COMMENT.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("a class without a comment");
    }
    List<String> paragraphs =
        Arrays.stream(matcher.group(1).split("<p>", -1)).map(DocComment::plain).toList();
    List<String> bound = paragraphs.stream().filter(DocComment::isBound).toList();
    List<String> others =
        paragraphs.subList(1, paragraphs.size()).stream().filter(p -> !isBound(p)).toList();
    return new DocComment(
        List.of(paragraphs.get(0)),
        others.stream()
            .map(p -> p.split("Refused: ", 2)[0].strip())
            .filter(p -> !p.isEmpty())
            .toList(),
        others.stream()
            .filter(p -> p.contains("Refused: "))
            .map(p -> capitalised(p.split("Refused: ", 2)[1]))
            .findFirst()
            .orElse(""),
        bound);
  }

  private static String capitalised(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static boolean isBound(String paragraph) {
    return paragraph.startsWith("Error bound") || paragraph.startsWith("Exact:");
  }

  private static String plain(String paragraph) {
    return paragraph
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("(?s)\\n@\\w+ .*", "")
        .replaceAll("\\s+", " ")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .strip();
  }
}
