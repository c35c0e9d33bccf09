package io.crosscheck.report;

/** A badge in the endpoint schema of shields.io: {@code 612/640 must passed}. */
record Badge(int schemaVersion, String label, String message, String color) {

  static Badge of(RunReport report) {
    Totals must = Totals.of(report.cases(), Level.MUST);
    StringBuilder message = new StringBuilder();
    message.append(must.passed()).append('/').append(must.judged()).append(" must passed");
    if (must.unsupported() > 0) {
      message.append(", ").append(must.unsupported()).append(" unsupported");
    }
    if (must.expectedFailure() > 0) {
      message.append(", ").append(must.expectedFailure()).append(" expected to fail");
    }
    if (report.run().partial()) {
      message.append(" (partial)");
    }
    return new Badge(1, "crosscheck", message.toString(), color(report, must));
  }

  private static String color(RunReport report, Totals must) {
    if (must.judged() == 0) {
      return "lightgrey";
    }
    if (must.bad() > 0) {
      return "red";
    }
    Totals all = report.counted();
    return all.bad() + all.expectedFailure() > 0 ? "yellow" : "brightgreen";
  }
}
