/**
 * Typed, immutable tensors, their literals and their seeded generator. Knows nothing of operations,
 * backends or file formats.
 */
@NullMarked
package io.crosscheck.tensor;

import org.jspecify.annotations.NullMarked;
