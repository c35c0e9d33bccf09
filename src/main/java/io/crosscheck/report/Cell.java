package io.crosscheck.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One requirement in one implementation, on the index page.
 *
 * @param state names the colour; {@code symbol} says the same to who can't see it
 * @param text what stands in the cell: cases passed of cases judged, or why there are none
 * @param note cases that were not judged, or against an expectation
 * @param link anchor of the failures, empty where there are none
 */
record Cell(String state, String symbol, String text, String note, String link) {

  static Cell of(Totals totals, String link) {
    if (totals.judged() == 0) {
      return notJudged(totals);
    }
    String text = totals.passed() + "/" + totals.judged();
    String note = note(totals);
    if (totals.errored() > 0) {
      return new Cell("errored", "!", text, note, link);
    }
    if (totals.failed() + totals.unexpectedPass() > 0) {
      return new Cell("failed", "✗", text, note, link);
    }
    return totals.expectedFailure() > 0
        ? new Cell("expected", "~", text, note, "")
        : new Cell("passed", "✓", text, note, "");
  }

  private static Cell notJudged(Totals totals) {
    if (totals.unsupported() > 0) {
      return new Cell("unsupported", "○", "unsupported", "", "");
    }
    return new Cell("excluded", "–", totals.excluded() > 0 ? "excluded" : "not run", "", "");
  }

  private static String note(Totals totals) {
    String unsupported = totals.unsupported() > 0 ? totals.unsupported() + " unsupported" : "";
    String excluded = totals.excluded() > 0 ? totals.excluded() + " excluded" : "";
    return Stream.of(totals.againstExpectations(), unsupported, excluded)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
