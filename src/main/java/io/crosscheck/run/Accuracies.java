package io.crosscheck.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosscheck.report.Accuracy;
import java.util.Map;
import java.util.TreeMap;

/** The measured errors of a run, added up by operation and dtype. */
final class Accuracies {

  private final Map<String, Map<String, MeasuredErrors>> sums = new TreeMap<>();

  /** Adds what a case measured. */
  void add(String caseId, Attached attached) {
    for (JsonNode measurement : attached.measurements()) {
      sums.computeIfAbsent(measurement.path("operation").asText(), o -> new TreeMap<>())
          .computeIfAbsent(measurement.path("dtype").asText(), d -> new MeasuredErrors())
          .add(caseId, measurement);
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
