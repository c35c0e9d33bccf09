/**
 * Measures the speed and the accuracy of several implementations side by side. Knows nothing of how
 * they are found or of how figures are shown.
 */
@NullMarked
package io.crosscheck.bench;

import org.jspecify.annotations.NullMarked;
