/**
 * The backend on the JDK's incubating Vector API. The only package that may mention {@code
 * jdk.incubator.vector}; its provider must not, and it knows no other backend.
 */
@NullMarked
package io.crosscheck.backend.vector;

import org.jspecify.annotations.NullMarked;
