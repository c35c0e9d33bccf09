package io.crosscheck.report;

/** Which specification was run, with the number of its features, rules and cases. */
public record Specification(String name, String version, int features, int rules, int cases) {}
