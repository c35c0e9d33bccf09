package io.crosscheck.protocol;

import java.util.List;

/**
 * Certified bounds of every element of a result, as decimals of at least 25 significant digits
 * rounded outward, or {@code NaN}, {@code Infinity}, {@code -Infinity}; in row-major order.
 */
public record EnclosureText(List<String> lower, List<String> upper) {}
