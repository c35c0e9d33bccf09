package io.crosscheck.verdict;

import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up the measured errors of a result's elements. */
final class Tally {

  private static final int LOWEST_BUCKET = -80;

  private final DType dtype;
  private final Map<Integer, Long> histogram = new TreeMap<>();
  private long elements;
  private double worstUlp;
  private double sum;
  private double signedSum;
  private double worstOverBound = -1;
  private @Nullable Element worst;

  Tally(DType dtype) {
    this.dtype = dtype;
  }

  void add(Element element) {
    double exact = element.exact().estimate();
    double ulps = element.error() / dtype.ulp(exact);
    elements++;
    sum += ulps;
    signedSum += element.result() < exact ? -ulps : ulps;
    worstUlp = Math.max(worstUlp, ulps);
    histogram.merge(bucket(ulps), 1L, Long::sum);
    if (element.overBound() > worstOverBound) {
      worstOverBound = element.overBound();
      worst = element;
    }
  }

  private static int bucket(double ulps) {
    double eighths = Math.ceil(8 * Math.log(ulps) / Math.log(2));
    return ulps == 0 ? LOWEST_BUCKET : (int) Math.max(LOWEST_BUCKET, eighths);
  }

  /** What was added up; {@code details} puts the worst element into words. */
  Optional<Measurement> measurement(
      Map<Profile, Double> overBounds, Function<Element, ElementError> details) {
    return elements == 0
        ? Optional.empty()
        : Optional.of(
            new Measurement(
                elements,
                worstUlp,
                sum,
                signedSum,
                Math.max(worstOverBound, 0),
                overBounds,
                Map.copyOf(histogram),
                Optional.ofNullable(worst).map(details)));
  }
}
