package io.crosscheck.steps;

import io.crosscheck.tensor.DType;
import io.cucumber.java.en.Given;

/** Steps that give an input. A later tensor of the same name replaces an earlier one. */
public final class TensorSteps {

  @Meaning(
      "Gives an input as nested lists; a bare number is a tensor without axes. Each number is rounded once, to the nearest of the dtype.")
  @Given("the {dtype} tensor {name} = {tensor}")
  public void given(DType dtype, String name, String literal) {
    ScenarioState.current().give(name, Literals.tensor(literal, dtype));
  }

  @Meaning(
      "Gives an input as a table of rows and columns or, below three quotes, as nested lists over several lines.")
  @Given("the {dtype} tensor {name}:")
  public void givenBelow(DType dtype, String name, Object block) {
    ScenarioState.current().give(name, Literals.tensor(Literals.block(block), dtype));
  }

  @Meaning("Gives the elements in row-major order as one flat list.")
  @Given("the {dtype} tensor {name} of shape {shape} = {tensor}")
  public void givenFlat(DType dtype, String name, String shape, String literal) {
    ScenarioState.current().give(name, Literals.tensor(literal, dtype, shape));
  }

  @Meaning(
      "Draws the elements by the specified generator: the same family, shape and seed give the same bits everywhere.")
  @Given("the {dtype} tensor {name} of shape {shape} drawn from {family} with seed {integer}")
  public void drawn(DType dtype, String name, String shape, String family, String seed) {
    ScenarioState.current().give(name, Literals.draw(family, dtype, shape, seed));
  }
}
