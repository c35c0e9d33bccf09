package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Measured error of one operation in one dtype over all elements that were compared, in ulp of the
 * result's format at the exact value. The figures are absent for operations whose results are
 * exact.
 *
 * @param p999Ulp the 99.9th percentile
 * @param signedMeanUlp positive where results lie above the exact values
 * @param worstOverBound the largest error divided by the error that the run's profile allowed
 * @param grade the token of a {@link Grade}
 * @param worst the element with the largest error over bound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record Accuracy(
    long elements,
    @Nullable Double worstUlp,
    @Nullable Double p999Ulp,
    @Nullable Double meanUlp,
    @Nullable Double signedMeanUlp,
    @Nullable Double worstOverBound,
    String grade,
    @Nullable Worst worst) {}
