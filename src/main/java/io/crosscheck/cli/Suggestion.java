package io.crosscheck.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was probably meant to be. */
final class Suggestion {

  private static final int MOST_EDITS = 2;

  private Suggestion() {}

  /** The nearest of {@code known}, if it is near. */
  static Optional<String> of(String mistyped, Collection<String> known) {
    return known.stream()
        .filter(word -> edits(mistyped, word) <= MOST_EDITS)
        .min(Comparator.comparingInt(word -> edits(mistyped, word)));
  }

  /** The number of letters to insert, delete or replace. */
  private static int edits(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[to.length()];
  }
}
