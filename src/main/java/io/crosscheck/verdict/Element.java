package io.crosscheck.verdict;

import io.crosscheck.exact.Enclosure;

/** One element of a result beside its exact value. */
record Element(
    int index,
    double result,
    Enclosure exact,
    Enclosure.Distance distance,
    double allowed,
    boolean passed,
    boolean measured) {

  /** An element that is decided by kind: the result or the exact value is NaN or infinite. */
  static Element special(int index, double result, Enclosure exact, boolean passed) {
    double infinite = Double.POSITIVE_INFINITY;
    return new Element(
        index, result, exact, new Enclosure.Distance(infinite, infinite), 0, passed, false);
  }

  /** The error, to double precision. */
  double error() {
    return distance.most();
  }

  /** The error as a fraction of what is allowed. */
  double overBound() {
    return error() == 0 ? 0 : error() / allowed;
  }
}
