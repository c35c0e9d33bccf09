package io.crosscheck.specification;

import java.util.ArrayList;
import java.util.List;

/**
 * A paragraph of a description.
 *
 * @param displayed whether it is set apart, line by line, as formulas are
 */
record Prose(boolean displayed, String text) {

  /** The paragraphs of a description; those indented further than the first are displayed. */
  static List<Prose> of(String description) {
    List<String> lines = description.stripTrailing().lines().toList();
    int margin = lines.stream().filter(l -> !l.isBlank()).mapToInt(Prose::indent).min().orElse(0);
    List<Prose> paragraphs = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        close(paragraph, paragraphs, margin);
      } else {
        paragraph.add(line);
      }
    }
    close(paragraph, paragraphs, margin);
    return paragraphs;
  }

  private static void close(List<String> lines, List<Prose> paragraphs, int margin) {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.stream().allMatch(l -> indent(l) >= margin + 2)) {
      paragraphs.add(new Prose(true, String.join("\n", lines).stripIndent()));
    } else {
      paragraphs.add(
          new Prose(false, String.join(" ", lines.stream().map(String::strip).toList())));
    }
    lines.clear();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
