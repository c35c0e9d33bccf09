package io.crosscheck.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Environments and other facts of several runs in words. */
final class Environments {

  private Environments() {}

  static String text(Environment environment) {
    return String.join(
        ", ",
        environment.os() + " " + environment.architecture(),
        environment.cpu() + " (" + environment.cores() + " cores)",
        environment.jvm());
  }

  /** The fact of each report, said once where reports agree. */
  static List<String> distinct(List<RunReport> reports, Function<RunReport, String> fact) {
    Set<String> facts = new LinkedHashSet<>();
    reports.forEach(report -> facts.add(fact.apply(report)));
    return List.copyOf(facts);
  }
}
