/**
 * The record of a run as JSON, and the pages, JUnit XML, summaries and badges rendered from that
 * JSON alone. Knows neither backends nor scenarios nor how a verdict came about.
 */
@NullMarked
package io.crosscheck.report;

import org.jspecify.annotations.NullMarked;
