/**
 * The specification for readers: its features, operations, choices and vocabulary as pages and as
 * text. Knows what is specified and what reports say of it, but not how anything is run or judged.
 */
@NullMarked
package io.crosscheck.specification;

import org.jspecify.annotations.NullMarked;
