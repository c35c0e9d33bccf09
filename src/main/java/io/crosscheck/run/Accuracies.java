package io.crosscheck.run;

import io.crosscheck.report.Accuracy;
import io.crosscheck.verdict.Findings;
import io.crosscheck.verdict.Measured;
import java.util.Map;
import java.util.TreeMap;

/** The measured errors of a run, added up by operation and dtype. */
final class Accuracies {

  private final Map<String, Map<String, MeasuredErrors>> sums = new TreeMap<>();

  /** Adds what a case measured. */
  void add(String caseId, Findings findings) {
    for (Measured measured : findings.measured()) {
      sums.computeIfAbsent(measured.operation(), o -> new TreeMap<>())
          .computeIfAbsent(measured.dtype().token(), d -> new MeasuredErrors())
          .add(caseId, measured.measurement());
    }
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
