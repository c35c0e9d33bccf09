package io.crosscheck.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;

/** What surrounds every scenario. */
public final class Hooks {

  /** Starts with nothing known, and fails at once where there is no implementation to test. */
  @Before
  public void start() {
    ScenarioState.reset();
    ScenarioState.current();
  }

  /** Hands what was seen to the report, and faults a scenario that left a tensor unused. */
  @After
  public void finish(Scenario scenario) {
    ScenarioState state = ScenarioState.current();
    ScenarioState.reset();
    boolean passed = scenario.getStatus() == Status.PASSED;
    state.findings(passed).leave();
    if (passed && !state.unused().isEmpty()) {
      throw new SpecificationFault("no computation used the tensors " + state.unused());
    }
  }
}
