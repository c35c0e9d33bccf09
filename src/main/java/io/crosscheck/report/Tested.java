package io.crosscheck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One requirement with the cases that tested it in one report.
 *
 * @param cases in the order of the report; empty where none was run
 */
record Tested(Requirement requirement, List<Case> cases) {

  /**
   * Every requirement of the report, in its order; a case alone also makes its requirement known.
   */
  static List<Tested> of(RunReport report) {
    Map<String, Tested> byId = new LinkedHashMap<>();
    report.requirements().forEach(r -> byId.put(r.id(), new Tested(r, new ArrayList<>())));
    for (Case c : report.cases()) {
      byId.computeIfAbsent(c.requirement(), id -> new Tested(implied(c), new ArrayList<>()))
          .cases()
          .add(c);
    }
    return List.copyOf(byId.values());
  }

  private static Requirement implied(Case c) {
    return new Requirement(c.requirement(), c.level(), c.rule(), c.feature(), "");
  }

  Totals totals() {
    return Totals.of(cases);
  }

  List<Case> bad() {
    return cases.stream().filter(c -> c.outcome().isBad()).toList();
  }
}
