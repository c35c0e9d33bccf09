/**
 * The plain Java backend: double arithmetic, one rounding at the end, on any JDK. Knows no other
 * backend and no library.
 */
@NullMarked
package io.crosscheck.backend.cpu;

import org.jspecify.annotations.NullMarked;
