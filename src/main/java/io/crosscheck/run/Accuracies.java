package io.crosscheck.run;

import io.crosscheck.report.Accuracy;
import java.util.Map;
import java.util.TreeMap;

/** The measured errors of a run, added up by operation and dtype. */
final class Accuracies {

  private final Map<String, Map<String, MeasuredErrors>> sums = new TreeMap<>();

  /** Adds what one result measured; the sums are rounded, so they depend on the order. */
  void add(ErrorSums errors) {
    sums.computeIfAbsent(errors.operation(), o -> new TreeMap<>())
        .computeIfAbsent(errors.dtype(), d -> new MeasuredErrors())
        .add(errors);
  }

  /** The table for the report. */
  Map<String, Map<String, Accuracy>> table() {
    Map<String, Map<String, Accuracy>> table = new TreeMap<>();
    sums.forEach(
        (operation, byDType) -> {
          Map<String, Accuracy> row = new TreeMap<>();
          byDType.forEach((dtype, errors) -> row.put(dtype, errors.accuracy()));
          table.put(operation, row);
        });
    return table;
  }
}
