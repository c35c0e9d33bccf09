package io.crosscheck.search;

import io.crosscheck.backend.Request;
import io.crosscheck.tensor.Shape;
import io.crosscheck.verdict.Verdict;

/**
 * The worst input of a search, made small.
 *
 * @param request asks for it again
 * @param overBound its error divided by the error allowed; infinite where the answer is wrong by
 *     kind or broke off
 * @param verdict the judgement on it
 * @param shape the whole shape on which it was found
 * @param shrunk the whole shape that was enough
 */
public record Find(Request request, double overBound, Verdict verdict, Shape shape, Shape shrunk) {

  /** Whether the answer lies beyond the bound, or broke off. */
  public boolean isViolation() {
    return !verdict.passed();
  }
}
