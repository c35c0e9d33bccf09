package io.crosscheck.report;

/**
 * One implementation on the index page.
 *
 * @param folder where its own files lie
 * @param label its name, or its folder where another implementation has the same name
 */
record Card(
    String anchor,
    String folder,
    String label,
    Implementation implementation,
    RunInfo run,
    String duration,
    Environment environment,
    Totals totals,
    int mustPassed,
    int mustJudged,
    Findings findings) {

  static Card of(RunReport report, int index, String folder, boolean uniqueName) {
    Totals must = Totals.of(report.cases(), Level.MUST);
    return new Card(
        Anchors.implementation(index),
        folder,
        uniqueName ? report.implementation().name() : folder,
        report.implementation(),
        report.run(),
        Figures.duration(report.run().seconds()),
        report.environment(),
        report.counted(),
        must.passed(),
        must.judged(),
        Findings.of(report, index));
  }
}
