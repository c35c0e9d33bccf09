package io.crosscheck.protocol;

import java.time.Duration;

/**
 * What an adapter is allowed.
 *
 * @param describe time for its description, after each start
 * @param first time for the first answer of a process, in which a library may still be loading
 * @param answer time for every other answer
 * @param answerBytes length of a line
 * @param stderrBytes what it may write to stderr during one case
 * @param grace time to end by itself once its stdin is closed
 */
public record AdapterLimits(
    Duration describe,
    Duration first,
    Duration answer,
    int answerBytes,
    int stderrBytes,
    Duration grace) {

  private static final Duration START = Duration.ofSeconds(60);

  // The protocol's 60 s to 10 s; a user who shortens one limit means the other as well.
  private static final int FIRST_TO_ANSWER = 6;

  /** The protocol's limits, with that time for an answer and in proportion for the first one. */
  public static AdapterLimits withTimeout(Duration answer) {
    Duration proportional = answer.multipliedBy(FIRST_TO_ANSWER);
    Duration shorter = proportional.compareTo(START) < 0 ? proportional : START;
    Duration first = answer.compareTo(START) > 0 ? answer : shorter;
    return new AdapterLimits(START, first, answer, 256 << 20, 1 << 20, Duration.ofSeconds(2));
  }

  /** The protocol's limits: 10 s for an answer, 60 s for the first one. */
  public static AdapterLimits defaults() {
    return withTimeout(Duration.ofSeconds(10));
  }
}
