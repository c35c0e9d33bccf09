/**
 * Real arithmetic whose every result is an enclosure of the exact value, in three precisions. Knows
 * tensors' number formats, and nothing of operations or backends.
 */
@NullMarked
package io.crosscheck.exact;

import org.jspecify.annotations.NullMarked;
