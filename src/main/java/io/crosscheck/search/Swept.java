package io.crosscheck.search;

import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a sweep of one case came to. */
public final class Swept {

  private static final int SHOWN = 3;

  private final UnaryCase unary;
  private final DType format;
  private final List<String> words = new ArrayList<>();
  private final Map<Integer, Long> histogram = new TreeMap<>();
  private long judged;
  private long failures;
  private long unsupported;
  private long elements;
  private double worstUlp;
  private double worstOverBound;

  Swept(UnaryCase unary, DType format) {
    this.unary = unary;
    this.format = format;
  }

  void passed(int inputs, Optional<Measurement> measurement) {
    judged += inputs;
    measured(measurement);
  }

  void measured(Optional<Measurement> measurement) {
    measurement.ifPresent(
        m -> {
          elements += m.elements();
          worstUlp = Math.max(worstUlp, m.worstUlp());
          worstOverBound = Math.max(worstOverBound, m.worstOverBound());
          m.histogram().forEach((bucket, count) -> histogram.merge(bucket, count, Long::sum));
        });
  }

  void failed(int inputs, String message) {
    judged += inputs;
    failures += inputs;
    show(message);
  }

  /** Inputs that are right each for itself, and wrong together. */
  void contradicted(String message) {
    failures++;
    show(message);
  }

  void unsupported(int inputs, String reason) {
    if (unsupported == 0) {
      show("not supported: " + reason);
    }
    unsupported += inputs;
  }

  private void show(String message) {
    if (words.size() < SHOWN) {
      words.add(message);
    }
  }

  public UnaryCase unary() {
    return unary;
  }

  public DType format() {
    return format;
  }

  /** The number of inputs that were judged. */
  public long judged() {
    return judged;
  }

  /** The number of inputs that an answer was wrong for. */
  public long failures() {
    return failures;
  }

  /** The number of inputs that the implementation declined. */
  public long unsupported() {
    return unsupported;
  }

  /** The first failures and the first reason to decline, in words. */
  public List<String> words() {
    return List.copyOf(words);
  }

  /** The number of elements whose error was measured. */
  public long elements() {
    return elements;
  }

  /** The largest error, in ulp. */
  public double worstUlp() {
    return worstUlp;
  }

  /** The largest error divided by the error allowed. */
  public double worstOverBound() {
    return worstOverBound;
  }

  /** The number of elements with an error in [{@code from}, {@code to}) ulp, powers of two. */
  public long between(double from, double to) {
    return histogram.entrySet().stream()
        .filter(b -> Measurement.upperEnd(b.getKey()) > from)
        .filter(b -> Measurement.upperEnd(b.getKey()) <= to)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
