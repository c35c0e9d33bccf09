/**
 * Searches: the input on which an implementation errs most, made small, and all inputs of a 16-bit
 * format. Knows nothing of how an implementation is found or of how a find is shown.
 */
@NullMarked
package io.crosscheck.search;

import org.jspecify.annotations.NullMarked;
