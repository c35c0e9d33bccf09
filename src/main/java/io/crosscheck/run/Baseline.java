package io.crosscheck.run;

import io.crosscheck.report.Comparison;
import io.crosscheck.report.RunInfo;
import io.crosscheck.report.RunReport;
import java.nio.file.Path;
import java.util.Map;

/** An earlier report that a run must not fall behind. */
final class Baseline {

  private final RunReport earlier;

  private Baseline(RunReport earlier) {
    this.earlier = earlier;
  }

  /**
   * Reads the report.
   *
   * @throws SetUpException where it can't be read or was run otherwise: more cases or another
   *     profile would look like a change of the implementation
   */
  static Baseline read(Path path, RunOptions options) {
    RunReport earlier = SavedReport.read(path);
    RunInfo run = earlier.run();
    String tier = options.selection().tier().token();
    Map<String, String> filters = options.selection().filters();
    boolean alike =
        run.tier().equals(tier)
            && run.profile().equals(options.profile().token())
            && (run.filters().isEmpty() || run.filters().equals(filters));
    if (!alike) {
      throw new SetUpException(
          "the baseline was run with %s, this run with %s; run both alike"
              .formatted(
                  text(run.tier(), run.profile(), run.filters()),
                  text(tier, options.profile().token(), filters)));
    }
    return new Baseline(earlier);
  }

  /** Whether it is a report of the same implementation. */
  boolean isOf(RunReport now) {
    return earlier.implementation().name().equals(now.implementation().name());
  }

  /** {@code now} with what got worse; refused where the two have no case in common. */
  RunReport judge(RunReport now) {
    Comparison comparison = Comparison.of(earlier, now);
    if (comparison.common() == 0) {
      throw new SetUpException("the baseline and this run have no case in common");
    }
    return now.with(comparison.regressions());
  }

  /** What to say where none of several implementations is the baseline's. */
  SetUpException unused() {
    return new SetUpException(
        "the baseline is of \"" + earlier.implementation().name() + "\", which was not run");
  }

  private static String text(String tier, String profile, Map<String, String> filters) {
    return "tier " + tier + ", profile " + profile + (filters.isEmpty() ? "" : " and " + filters);
  }
}
