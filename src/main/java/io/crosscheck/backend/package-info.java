/**
 * What an implementation under test is asked and how it may answer, and how implementations are
 * found. Knows no implementation.
 */
@NullMarked
package io.crosscheck.backend;

import org.jspecify.annotations.NullMarked;
