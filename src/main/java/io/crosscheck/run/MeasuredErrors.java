package io.crosscheck.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosscheck.report.Accuracy;
import io.crosscheck.report.Grade;
import io.crosscheck.report.Worst;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The errors of all elements of one operation in one dtype. */
final class MeasuredErrors {

  private final TreeMap<Integer, Long> histogram = new TreeMap<>();
  private final Map<String, Double> overBounds = new HashMap<>();
  private long elements;
  private double worstUlp;
  private double sumUlp;
  private double signedSumUlp;
  private double worstOverBound = -1;
  private @Nullable Worst worst;

  void add(String caseId, JsonNode measurement) {
    elements += measurement.path("elements").asLong();
    worstUlp = Math.max(worstUlp, measurement.path("worst_ulp").asDouble());
    sumUlp += measurement.path("sum_ulp").asDouble();
    signedSumUlp += measurement.path("signed_sum_ulp").asDouble();
    measurement
        .path("histogram")
        .properties()
        .forEach(
            b -> histogram.merge(Integer.valueOf(b.getKey()), b.getValue().asLong(), Long::sum));
    measurement
        .path("over_bound")
        .properties()
        .forEach(p -> overBounds.merge(p.getKey(), p.getValue().asDouble(), Math::max));
    double overBound = measurement.path("worst_over_bound").asDouble();
    if (overBound > worstOverBound && measurement.has("worst")) {
      worstOverBound = overBound;
      worst = worst(caseId, measurement.get("worst"), overBound);
    }
  }

  Accuracy accuracy() {
    return new Accuracy(
        elements,
        worstUlp,
        percentile(),
        sumUlp / elements,
        signedSumUlp / elements,
        worstOverBound,
        grade().token(),
        worst);
  }

  /** The upper end of the histogram's bucket that holds the 99.9th percentile. */
  private double percentile() {
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : histogram.entrySet()) {
      seen += bucket.getValue();
      if (seen >= 0.999 * elements) {
        return Math.min(worstUlp, Math.pow(2, bucket.getKey() / 8.0));
      }
    }
    return worstUlp;
  }

  private Grade grade() {
    return Grade.of(
        worstUlp,
        overBounds.getOrDefault("strict", 0.0),
        overBounds.getOrDefault("standard", 0.0),
        overBounds.getOrDefault("relaxed", 0.0));
  }

  private static Worst worst(String caseId, JsonNode element, double overBound) {
    return new Worst(
        caseId,
        element.path("index").asInt(),
        element.path("input").asText(),
        element.path("result").asText(),
        element.path("lower").asText(),
        element.path("upper").asText(),
        element.path("bound").asDouble(),
        overBound);
  }
}
