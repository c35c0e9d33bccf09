package io.crosscheck.run;

import io.crosscheck.operation.Profile;
import io.crosscheck.report.Accuracy;
import io.crosscheck.report.Grade;
import io.crosscheck.report.Worst;
import io.crosscheck.verdict.Measurement;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The errors of all elements of one operation in one dtype. */
final class MeasuredErrors {

  private final TreeMap<Integer, Long> histogram = new TreeMap<>();
  private final Map<Profile, Double> overBounds = new EnumMap<>(Profile.class);
  private long elements;
  private double worstUlp;
  private double sumUlp;
  private double signedSumUlp;
  private double worstOverBound = -1;
  private @Nullable Worst worst;

  void add(ErrorSums errors) {
    elements += errors.elements();
    worstUlp = Math.max(worstUlp, errors.worstUlp());
    sumUlp += errors.sumUlp();
    signedSumUlp += errors.signedSumUlp();
    errors.histogram().forEach((bucket, count) -> histogram.merge(bucket, count, Long::sum));
    errors.overBounds().forEach((p, overBound) -> overBounds.merge(p, overBound, Math::max));
    if (errors.worstOverBound() > worstOverBound) {
      worstOverBound = errors.worstOverBound();
      worst = errors.worst();
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
        return Math.min(worstUlp, Measurement.upperEnd(bucket.getKey()));
      }
    }
    return worstUlp;
  }

  private Grade grade() {
    return Grade.of(
        worstUlp,
        overBounds.getOrDefault(Profile.STRICT, 0.0),
        overBounds.getOrDefault(Profile.STANDARD, 0.0),
        overBounds.getOrDefault(Profile.RELAXED, 0.0));
  }
}
