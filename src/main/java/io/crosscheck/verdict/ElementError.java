package io.crosscheck.verdict;

/**
 * How one element of a result stands to its exact value, in words for reports.
 *
 * @param index flat index
 * @param input the input element at that place with its bits; empty where shapes differ
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
