/**
 * Runs the specification against implementations: which cases, in what isolation, and what became
 * of each. Knows the steps by the name of their package only, and no particular backend.
 */
@NullMarked
package io.crosscheck.run;

import org.jspecify.annotations.NullMarked;
