package io.crosscheck.run;

import io.crosscheck.report.Accuracy;
import io.crosscheck.verdict.Findings;
import io.crosscheck.verdict.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The measured errors of a run, added up by operation and dtype. */
final class Accuracies {

  private final Map<String, Map<String, MeasuredErrors>> sums = new TreeMap<>();

  /** Adds what a case measured; returns it in the form that {@link #add(ErrorSums)} takes. */
  List<ErrorSums> add(String caseId, Findings findings) {
    List<ErrorSums> added = new ArrayList<>();
    for (Measured measured : findings.measured()) {
      MeasuredErrors before = of(measured.operation(), measured.dtype().token());
      boolean isWorst = before.isExceededBy(measured.measurement().worstOverBound());
      ErrorSums errors = ErrorSums.of(caseId, measured, isWorst);
      before.add(errors);
      added.add(errors);
    }
    return added;
  }

  /** Adds what an earlier run measured. */
  void add(ErrorSums errors) {
    of(errors.operation(), errors.dtype()).add(errors);
  }

  private MeasuredErrors of(String operation, String dtype) {
    return sums.computeIfAbsent(operation, o -> new TreeMap<>())
        .computeIfAbsent(dtype, d -> new MeasuredErrors());
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
