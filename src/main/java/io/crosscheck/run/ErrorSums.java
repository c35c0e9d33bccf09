package io.crosscheck.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Worst;
import io.crosscheck.verdict.ElementError;
import io.crosscheck.verdict.Measured;
import io.crosscheck.verdict.Measurement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one result adds to the accuracy of its operation and dtype, as the journal keeps it; see
 * {@link Measurement} for the figures.
 *
 * @param worst the element with the largest error, where it was the largest of the run so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
record ErrorSums(
    String operation,
    String dtype,
    long elements,
    double worstUlp,
    double sumUlp,
    double signedSumUlp,
    double worstOverBound,
    Map<Profile, Double> overBounds,
    Map<Integer, Long> histogram,
    @Nullable Worst worst) {

  static ErrorSums of(String caseId, Measured measured, boolean isWorst) {
    Measurement m = measured.measurement();
    return new ErrorSums(
        measured.operation(),
        measured.dtype().token(),
        m.elements(),
        m.worstUlp(),
        m.sumUlp(),
        m.signedSumUlp(),
        m.worstOverBound(),
        m.overBounds(),
        m.histogram(),
        isWorst ? worst(caseId, m.worst().get(), m.worstOverBound()) : null);
  }

  private static Worst worst(String caseId, ElementError element, double overBound) {
    return new Worst(
        caseId,
        element.index(),
        element.input(),
        element.result(),
        element.lower(),
        element.upper(),
        element.bound(),
        overBound);
  }
}
