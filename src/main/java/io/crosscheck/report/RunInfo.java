package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * When and how much was run.
 *
 * @param started ISO-8601 in UTC, such as {@code 2026-11-23T14:58:16Z}
 * @param seconds wall clock
 * @param tier {@code smoke}, {@code quick} or {@code full}
 * @param profile the error bound of the verdict, such as {@code standard}
 * @param filters what the user selected by, option by option
 * @param partial whether cases of the claimed operations are missing
 * @param remarks what an adapter's author should know of its lines, where they were validated
 */
public record RunInfo(
    String started,
    double seconds,
    String tier,
    String profile,
    Map<String, String> filters,
    boolean partial,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> remarks) {

  /** Reports from before there were remarks lack them. */
  public RunInfo {
    remarks = remarks == null ? List.of() : List.copyOf(remarks);
  }

  /** A run without remarks. */
  public RunInfo(
      String started,
      double seconds,
      String tier,
      String profile,
      Map<String, String> filters,
      boolean partial) {
    this(started, seconds, tier, profile, filters, partial, List.of());
  }
}
