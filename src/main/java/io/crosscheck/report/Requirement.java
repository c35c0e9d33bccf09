package io.crosscheck.report;

/**
 * One requirement of the specification.
 *
 * @param text the name of its rule
 * @param feature the title of the feature that holds it
 * @param file that feature's file, relative to the features' root
 */
public record Requirement(String id, Level level, String text, String feature, String file) {}
