package io.crosscheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.crosscheck.backend.Request;
import io.crosscheck.bench.Figures;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Grade;
import io.crosscheck.report.Json;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.verdict.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a bench as a table and as JSON. */
final class BenchText {

  private static final List<String> HEADINGS =
      List.of(
          "backend",
          "threads",
          "elements/s",
          "lowest",
          "highest",
          "to the first",
          "worst ulp",
          "err/bound",
          "grade");

  private final Request request;
  private final Shape shape;
  private final DType dtype;
  private final int rounds;

  BenchText(Request request, Shape shape, DType dtype, int rounds) {
    this.request = request;
    this.shape = shape;
    this.dtype = dtype;
    this.rounds = rounds;
  }

  List<String> lines(List<Figures> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    figures.forEach(f -> rows.add(row(f)));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s of %s %s, %,d elements a call; the median of %d rounds in turns; Java %s, %d processors",
            request.operation(),
            dtype.token(),
            shape,
            shape.size(),
            rounds,
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors()));
    rows.forEach(row -> lines.add(aligned(row, rows)));
    figures.stream()
        .filter(f -> !f.verdict().passed())
        .forEach(f -> lines.add(f.name() + ": " + f.verdict().message()));
    return lines;
  }

  private static List<String> row(Figures f) {
    return List.of(
        f.name(),
        Integer.toString(f.threads()),
        millions(f.rate().median()),
        millions(f.rate().lowest()),
        millions(f.rate().highest()),
        String.format(Locale.ROOT, "%.2f", f.ratio()),
        f.verdict().measurement().map(m -> number(m.worstUlp())).orElse("-"),
        f.verdict().measurement().map(m -> number(m.worstOverBound())).orElse("-"),
        grade(f));
  }

  private static String millions(double rate) {
    return number(rate / 1e6) + " M";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.3g", value);
  }

  /** Numbers to the right, words to the left. */
  private static String aligned(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
      boolean isText = column == 0 || column == row.size() - 1;
      line.append(column == 0 ? "" : "  ")
          .append(String.format((isText ? "%-" : "%") + width + "s", row.get(column)));
    }
    return line.toString().stripTrailing();
  }

  private static String grade(Figures figures) {
    return figures
        .verdict()
        .measurement()
        .map(BenchText::grade)
        .map(Grade::token)
        .orElseGet(() -> figures.verdict().outcome().name().toLowerCase(Locale.ROOT));
  }

  private static Grade grade(Measurement m) {
    Map<Profile, Double> over = m.overBounds();
    return Grade.of(
        m.worstUlp(),
        over.getOrDefault(Profile.STRICT, 0.0),
        over.getOrDefault(Profile.STANDARD, 0.0),
        over.getOrDefault(Profile.RELAXED, 0.0));
  }

  String json(List<Figures> figures) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("operation", request.operation());
    all.put("dtype", dtype.token());
    all.put("shape", shape.toArray());
    all.put("attributes", request.arguments().attributes());
    all.put("rounds", rounds);
    all.put("java", System.getProperty("java.version"));
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("figures", figures.stream().map(BenchText::data).toList());
    try {
      return Json.MAPPER.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> data(Figures f) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("backend", f.name());
    data.put("threads", f.threads());
    data.put("elements_per_second", f.rate().median());
    data.put("lowest", f.rate().lowest());
    data.put("highest", f.rate().highest());
    data.put("ratio", f.ratio());
    f.verdict().measurement().ifPresent(m -> data.put("worst_ulp", m.worstUlp()));
    f.verdict().measurement().ifPresent(m -> data.put("worst_over_bound", m.worstOverBound()));
    data.put("grade", grade(f));
    data.put("outcome", f.verdict().outcome().name().toLowerCase(Locale.ROOT));
    return data;
  }
}
