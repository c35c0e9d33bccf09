package io.crosscheck.steps;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.Tensor;
import io.cucumber.java.en.When;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps that ask the implementation under test. */
public final class OperationSteps {

  @Meaning("Asks the implementation for an operation of the tensors given so far.")
  @When("{operation} is computed")
  public void computed(String operation) {
    compute(operation, Map.of(), ScenarioState.THE_RESULT);
  }

  @Meaning("The same with attributes; those not named have their defaults.")
  @When("{operation} is computed with {attributes}")
  public void computedWith(String operation, String attributes) {
    compute(operation, AttributeList.parse(attributes), ScenarioState.THE_RESULT);
  }

  @Meaning("The same, and names the result, so that it can be compared with another.")
  @When("{operation} is computed as {result}")
  public void computedAs(String operation, String result) {
    compute(operation, Map.of(), result);
  }

  @Meaning("Names the result and sets attributes.")
  @When("{operation} is computed as {result} with {attributes}")
  public void computedAsWith(String operation, String result, String attributes) {
    compute(operation, AttributeList.parse(attributes), result);
  }

  private void compute(String name, Map<String, Object> attributes, String result) {
    ScenarioState state = ScenarioState.current();
    Map<String, Tensor> inputs = new HashMap<>(state.tensors());
    Optional<Operation> operation = Catalogue.find(name);
    operation.ifPresent(o -> inputs.keySet().retainAll(inputNames(o)));
    state.ask(new Request(name, new Arguments(inputs, attributes)), result);
  }

  private static List<String> inputNames(Operation operation) {
    return operation.signature().inputs().stream().map(Input::name).toList();
  }
}
