package io.crosscheck.bench;

import java.util.Arrays;

/**
 * Elements a second, over several rounds.
 *
 * @param median the middle one of the rounds
 * @param lowest that of the slowest round
 * @param highest that of the fastest round
 */
public record Rate(double median, double lowest, double highest) {

  static Rate of(double... rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Rate(median, sorted[0], sorted[sorted.length - 1]);
  }
}
