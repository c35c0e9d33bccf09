/**
 * The questions that show how an implementation chooses where the specification lets it. Knows the
 * verdict and the dialects, and nothing of how an implementation is started or a finding printed.
 */
@NullMarked
package io.crosscheck.probe;

import org.jspecify.annotations.NullMarked;
