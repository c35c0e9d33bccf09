package io.crosscheck.report;

import java.util.List;
import java.util.Map;

/** By choice: the value the implementation declares, and the values its answers showed. */
public record Choices(Map<String, String> declared, Map<String, List<String>> observed) {}
