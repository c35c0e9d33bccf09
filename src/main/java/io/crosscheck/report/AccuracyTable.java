package io.crosscheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measured errors: operations and dtypes against implementations. */
record AccuracyTable(List<Row> rows) {

  /**
   * One operation in one dtype.
   *
   * @param first whether the operation's name is to be shown, and over how many rows
   */
  record Row(String operation, String dtype, boolean first, int span, List<Figure> figures) {}

  /**
   * What was measured of one implementation; every text is empty where nothing was.
   *
   * @param tone {@code good}, {@code plain} or {@code bad}, after the grade
   */
  record Figure(
      String worst,
      String p999,
      String mean,
      String signedMean,
      String overBound,
      String grade,
      String tone,
      String elements,
      @Nullable Worst element) {

    static Figure of(@Nullable Accuracy a) {
      if (a == null) {
        return new Figure("", "", "", "", "", "", "plain", "", null);
      }
      return new Figure(
          Figures.worst(a.worstUlp()),
          Figures.worst(a.p999Ulp()),
          Figures.mean(a.meanUlp()),
          Figures.signed(a.signedMeanUlp()),
          Figures.worst(a.worstOverBound()),
          a.grade(),
          tone(a.grade()),
          Figures.grouped(a.elements()),
          a.worst() == null ? null : shortened(a.worst()));
    }

    private static Worst shortened(Worst w) {
      return new Worst(
          w.caseId(),
          w.index(),
          PlainText.firstLine(w.input(), 300),
          w.result(),
          w.lower(),
          w.upper(),
          w.bound(),
          w.errorOverBound());
    }

    private static String tone(String grade) {
      return switch (Grade.ofToken(grade).orElse(Grade.STANDARD)) {
        case EXACT, CORRECTLY_ROUNDED, FAITHFUL -> "good";
        case OUTSIDE -> "bad";
        default -> "plain";
      };
    }
  }

  static AccuracyTable of(List<RunReport> reports) {
    Map<String, Map<String, List<Figure>>> figures = new LinkedHashMap<>();
    for (RunReport named : reports) {
      named
          .accuracy()
          .forEach(
              (operation, dtypes) ->
                  dtypes
                      .keySet()
                      .forEach(
                          dtype ->
                              figures
                                  .computeIfAbsent(operation, o -> new LinkedHashMap<>())
                                  .computeIfAbsent(dtype, d -> figures(reports, operation, d))));
    }
    List<Row> rows = new ArrayList<>();
    figures.forEach(
        (operation, dtypes) -> {
          int start = rows.size();
          dtypes.forEach(
              (dtype, of) ->
                  rows.add(new Row(operation, dtype, rows.size() == start, dtypes.size(), of)));
        });
    return new AccuracyTable(rows);
  }

  private static List<Figure> figures(List<RunReport> reports, String operation, String dtype) {
    return reports.stream()
        .map(r -> Figure.of(r.accuracy().getOrDefault(operation, Map.of()).get(dtype)))
        .toList();
  }
}
