/**
 * Deep Java Library. Only its provider is always here; the rest is compiled by the Maven profile
 * that brings the library, which no other package may mention.
 */
@NullMarked
package io.crosscheck.backend.djl;

import org.jspecify.annotations.NullMarked;
