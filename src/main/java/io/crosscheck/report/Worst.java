package io.crosscheck.report;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The worst element of an operation and dtype.
 *
 * @param index of the element in row-major order
 * @param input the element at that place of each input of the result's shape, as text; empty where
 *     there is none
 * @param result the element as the implementation gave it
 * @param lower lower end of the enclosure of the exact value
 * @param upper upper end of the enclosure of the exact value
 * @param bound the absolute error allowed
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Worst(
    String caseId,
    int index,
    String input,
    String result,
    String lower,
    String upper,
    double bound,
    double errorOverBound) {}
