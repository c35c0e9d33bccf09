/**
 * Judges answers: the one function that owns tolerance, the comparison with the certified result,
 * the words of a failure. Knows nothing of how an answer was obtained or is reported.
 */
@NullMarked
package io.crosscheck.verdict;

import org.jspecify.annotations.NullMarked;
