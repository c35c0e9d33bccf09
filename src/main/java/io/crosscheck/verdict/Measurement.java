package io.crosscheck.verdict;

import io.crosscheck.operation.Profile;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measured error of one float result, passed or not. Errors are in ulp of the result's dtype at
 * the exact value; special values and elements that must be exact are not counted.
 *
 * @param elements number of elements measured
 * @param worstUlp the largest |error|
 * @param sumUlp the sum of |error|
 * @param signedSumUlp the sum of result − exact value
 * @param worstOverBound the largest |error| / allowed error
 * @param overBounds the largest |error| / allowed error under each profile, whichever was judged
 *     by, under the others than that and the standard one of errors beyond 4 ulp only; infinite
 *     where a float result is NaN or infinite and must not be
 * @param histogram number of elements by bucket b = 8e + j: 2^e·(1 + j/8) ≤ |error| &lt; {@link
 *     #upperEnd}; the lowest bucket has all errors below it too
 * @param worst puts the element with the largest |error| / allowed error into words, which costs
 *     more than its verdict
 */
public record Measurement(
    long elements,
    double worstUlp,
    double sumUlp,
    double signedSumUlp,
    double worstOverBound,
    Map<Profile, Double> overBounds,
    Map<Integer, Long> histogram,
    Supplier<ElementError> worst) {

  /** The upper end of a bucket of the histogram, in ulp. */
  public static double upperEnd(int bucket) {
    return Tally.upperEnd(bucket);
  }
}
