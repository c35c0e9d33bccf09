package io.crosscheck.verdict;

/**
 * How one element of a result stands to its exact value, in words for reports.
 *
 * @param index flat index
 * @param input the element at that place of each input of the result's shape, with its bits; empty
 *     where there is none
 * @param result the result with its bits
 * @param lower the enclosure's lower end
 * @param upper the enclosure's upper end
 * @param bound the allowed error
 * @param error |result − exact value|
 */
public record ElementError(
    int index,
    String input,
    String result,
    String lower,
    String upper,
    double bound,
    double error) {}
