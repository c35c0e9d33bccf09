/**
 * The catalogue of operations: signature, refusals, exact definition and error bound, one file
 * each. Knows tensors and exact arithmetic, and nothing of backends.
 */
@NullMarked
package io.crosscheck.operation;

import org.jspecify.annotations.NullMarked;
