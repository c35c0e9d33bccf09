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

  @Then("{result} is {tensor}")
  public void is(String result, String literal) {
    conformsAndIs(result, literal, Map.of());
  }

  @Then("{result} is:")
  public void isBelow(String result, Object block) {
    conformsAndIs(result, Literals.block(block), Map.of());
  }

  @Then("{result} is exactly {tensor}")
  public void isExactly(String result, String literal) {
    conformsExactly(result, literal);
  }

  @Then("{result} is exactly:")
  public void isExactlyBelow(String result, Object block) {
    conformsExactly(result, Literals.block(block));
  }

  @Then("{result} conforms")
  public void conforms(String result) {
    ScenarioState state = ScenarioState.current();
    Computation computation = state.result(result);
    Pins.attributes(computation.request());
    state.accept(computation, state.judge().judge(computation.request(), computation.answer()));
  }

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

  @Then("where {choice} is {value} {result} is {tensor}")
  public void whereIs(String choice, String value, String result, String literal) {
    conformsAndIs(result, literal, Map.of(Literals.choice(choice, value), value));
  }

  @Then("where {choice} is {value} {result} is:")
  public void whereIsBelow(String choice, String value, String result, Object block) {
    whereIs(choice, value, result, Literals.block(block));
  }

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
