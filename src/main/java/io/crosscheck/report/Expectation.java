package io.crosscheck.report;

/**
 * What the user expects of cases that an implementation doesn't pass yet.
 *
 * @param cases the id of a case or of a requirement, or the beginning of ids and {@code *}
 * @param expected {@code failed} or {@code errored}
 * @param reason why, in the user's words
 */
public record Expectation(String cases, Outcome expected, String reason) {

  /** As its line in an expectations file: {@code failed softmax.values.* sums in float16}. */
  @Override
  public String toString() {
    return expected.token() + " " + cases + " " + reason;
  }
}
