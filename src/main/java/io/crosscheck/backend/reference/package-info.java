/**
 * The backend whose results are correctly rounded, because they are proved. Knows exact arithmetic
 * and the operations, and no other backend.
 */
@NullMarked
package io.crosscheck.backend.reference;

import org.jspecify.annotations.NullMarked;
