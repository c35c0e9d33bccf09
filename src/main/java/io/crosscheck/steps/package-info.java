/**
 * The closed vocabulary of the features: what each step does with the backend under test, and how
 * its literals are read. Knows no particular backend and not who runs it.
 */
@NullMarked
package io.crosscheck.steps;

import org.jspecify.annotations.NullMarked;
