package io.crosscheck.report;

/** Names of places on the index page. */
final class Anchors {

  private Anchors() {}

  /** What belongs to the implementation at that place among the reports. */
  static String implementation(int index) {
    return "i" + (index + 1);
  }

  /** The failures of a requirement in that implementation. */
  static String failures(int index, String requirement) {
    return implementation(index) + "-" + requirement.replaceAll("[^A-Za-z0-9._-]", "-");
  }
}
