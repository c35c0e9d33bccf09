package io.crosscheck.steps;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.cucumber.java.en.Then;
import java.util.Map;

/**
 * Steps that pin a result. Each first holds the scenario to the certified value, so that a wrong
 * literal is never blamed on an implementation, and then the implementation to it.
 */
public final class ResultSteps {

  @Meaning(
      "First the literal is checked against the certified value, then the result against that value within its error bound. Digits that the literal leaves open stay open.")
  @Then("{result} is {tensor}")
  public void is(String result, String literal) {
    conformsAndIs(result, literal, Map.of());
  }

  @Meaning("The same with the literal as a table or below three quotes.")
  @Then("{result} is:")
  public void isBelow(String result, Object block) {
    conformsAndIs(result, Literals.block(block), Map.of());
  }

  @Meaning("As \"is\", and the result must be the literal bit for bit: -0 is not 0.")
  @Then("{result} is exactly {tensor}")
  public void isExactly(String result, String literal) {
    conformsExactly(result, literal);
  }

  @Meaning("The same with the literal as a table or below three quotes.")
  @Then("{result} is exactly:")
  public void isExactlyBelow(String result, Object block) {
    conformsExactly(result, Literals.block(block));
  }

  @Meaning(
      "Every element lies within its error bound of the certified value, and dtype and shape are right.")
  @Then("{result} conforms")
  public void conforms(String result) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Pins.attributes(computation.request());
    state.accept(computation, state.judge().judge(computation.request(), computation.answer()));
  }

  @Meaning("Dtype and shape of the result are these.")
  @Then("{result} has dtype {dtype} and shape {shape}")
  public void hasHeader(String result, DType dtype, String shape) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Header stated = new Header(dtype, Literals.shape(shape));
    Pins.header(computation.request(), stated);
    Stated.of(state, () -> checkHeader(state, computation, stated), computation);
  }

  private static void checkHeader(ScenarioState state, Computation computation, Header stated) {
    Tensor output = Pins.output(state, computation);
    Header seen = new Header(output.dtype(), output.shape());
    if (!seen.equals(stated)) {
      throw state.failure("the result is " + Pins.text(seen) + "; expected " + Pins.text(stated));
    }
  }

  @Meaning(
      "The implementation answers with an error of this code instead of a result; the code \"other\" passes with a remark.")
  @Then("the operation is refused with {code}")
  public void isRefused(String code) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(ScenarioState.THE_RESULT);
    RefusalCode expected = Literals.code(code);
    Pins.refusal(state, computation.request(), expected, Map.of());
    state.accept(
        computation,
        state.judge().judgeRefusal(computation.request(), computation.answer(), expected));
  }

  @Meaning(
      "Pins the result under one value of a choice. An implementation that declares another value, or shows one, is held to that one.")
  @Then("where {choice} is {value} {result} is {tensor}")
  public void whereIs(String choice, String value, String result, String literal) {
    conformsAndIs(result, literal, Map.of(Literals.choice(choice, value), value));
  }

  @Meaning("The same with the literal as a table or below three quotes.")
  @Then("where {choice} is {value} {result} is:")
  public void whereIsBelow(String choice, String value, String result, Object block) {
    whereIs(choice, value, result, Literals.block(block));
  }

  @Meaning("The operation is refused under that value of the choice.")
  @Then("where {choice} is {value} the operation is refused with {code}")
  public void whereRefused(String choice, String value, String code) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(ScenarioState.THE_RESULT);
    Map<Choice, String> values = Map.of(Literals.choice(choice, value), value);
    Pins.refusal(state, computation.request(), Literals.code(code), values);
    state.accept(computation, state.judge().judge(computation.request(), computation.answer()));
  }

  private static void conformsAndIs(String result, String literal, Map<Choice, String> values) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Pins.literal(state, computation.request(), literal, values);
    state.accept(computation, state.judge().judge(computation.request(), computation.answer()));
  }

  private static void conformsExactly(String result, String literal) {
    conformsAndIs(result, literal, Map.of());
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Stated.of(state, () -> Pins.exactly(state, computation, literal), computation);
  }
}
