/**
 * Dialects: how frameworks settle the specification's choices, as data with sources. Knows the
 * choices and how the files are written, and nothing of backends.
 */
@NullMarked
package io.crosscheck.dialect;

import org.jspecify.annotations.NullMarked;
