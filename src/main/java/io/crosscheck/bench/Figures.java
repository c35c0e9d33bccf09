package io.crosscheck.bench;

import io.crosscheck.verdict.Verdict;

/**
 * The speed of one contestant with one number of threads, and the verdict on the answers that were
 * timed: the worst one, where they differ.
 *
 * @param ratio the median rate over that of the first contestant with as many threads
 */
public record Figures(String name, int threads, Rate rate, double ratio, Verdict verdict) {}
