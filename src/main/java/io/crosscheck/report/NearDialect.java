package io.crosscheck.report;

import java.util.List;

/**
 * A dialect beside what was observed.
 *
 * @param agreed choices that were observed with its value
 * @param differing choices that were observed with another
 */
public record NearDialect(String dialect, List<String> agreed, List<String> differing) {

  /** In a line: {@code pytorch (agrees on 1 of 2 choices; not on softmax.scalar)}. */
  @Override
  public String toString() {
    int compared = agreed.size() + differing.size();
    String but = differing.isEmpty() ? "" : "; not on " + String.join(", ", differing);
    return dialect + " (agrees on " + agreed.size() + " of " + compared + " choices" + but + ")";
  }
}
