package io.crosscheck.run;

import io.crosscheck.report.Requirement;
import io.cucumber.core.gherkin.Pickle;
import java.util.List;

/**
 * One case of the specification.
 *
 * @param id requirement, scenario and example cells; unique, and stable under edits elsewhere
 * @param scenario its name, cells filled in
 * @param example the cells of its example row, empty for a plain scenario
 * @param operations those that it computes, in order
 * @param dtype the one it computes in
 */
record SpecifiedCase(
    String id,
    Requirement requirement,
    String scenario,
    String example,
    List<String> operations,
    String dtype,
    Pickle pickle) {

  /** The same case under another id. */
  SpecifiedCase called(String id) {
    return new SpecifiedCase(id, requirement, scenario, example, operations, dtype, pickle);
  }

  List<String> tags() {
    return pickle.getTags();
  }

  /** The operation that it is about: the first one. */
  String operation() {
    return operations.isEmpty() ? "" : operations.get(0);
  }
}
