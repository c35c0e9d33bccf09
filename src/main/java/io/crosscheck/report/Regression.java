package io.crosscheck.report;

/**
 * Something that got worse since a baseline.
 *
 * @param what the id of a case, or an operation and dtype
 * @param was the outcome or grade in the baseline
 * @param is the outcome or grade now
 */
public record Regression(String what, String was, String is) {

  /** In a line: {@code softmax float32: faithful → ≤ 4 ulp}. */
  @Override
  public String toString() {
    return what + ": " + was + " → " + is;
  }
}
