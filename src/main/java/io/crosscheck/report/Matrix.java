package io.crosscheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requirements by feature against implementations. */
record Matrix(List<Group> groups) {

  /** The requirements of one feature. */
  record Group(String feature, List<Row> rows) {}

  /**
   * One requirement.
   *
   * @param bad whether any implementation fails it
   * @param cells one per implementation
   */
  record Row(String id, String level, String text, boolean bad, List<Cell> cells) {}

  static Matrix of(List<RunReport> reports) {
    Map<String, Requirement> known = new LinkedHashMap<>();
    List<Map<String, Totals>> totals = new ArrayList<>();
    for (RunReport report : reports) {
      Map<String, Totals> byId = new HashMap<>();
      for (Tested tested : Tested.of(report)) {
        known.putIfAbsent(tested.requirement().id(), tested.requirement());
        byId.put(tested.requirement().id(), tested.totals());
      }
      totals.add(byId);
    }
    Map<String, List<Row>> byFeature = new LinkedHashMap<>();
    for (Requirement requirement : known.values()) {
      byFeature
          .computeIfAbsent(requirement.feature(), f -> new ArrayList<>())
          .add(row(requirement, totals));
    }
    return new Matrix(
        byFeature.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList());
  }

  private static Row row(Requirement requirement, List<Map<String, Totals>> totals) {
    Totals none = Totals.of(List.of());
    List<Cell> cells = new ArrayList<>();
    boolean bad = false;
    for (int i = 0; i < totals.size(); i++) {
      Totals found = totals.get(i).getOrDefault(requirement.id(), none);
      bad |= found.bad() > 0;
      cells.add(Cell.of(found, Anchors.failures(i, requirement.id())));
    }
    return new Row(requirement.id(), requirement.level().token(), requirement.text(), bad, cells);
  }
}
