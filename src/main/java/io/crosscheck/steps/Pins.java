package io.crosscheck.steps;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.LiteralTensor;
import java.util.Map;
import java.util.Optional;

/** What a scenario states, held to the specification's own executable definition. */
final class Pins {

  private Pins() {}

  /** Faults a literal that is not the exact result to the digits shown. */
  static void literal(Judge judge, Request request, String text, Map<Choice, String> values) {
    header(request, values);
    judge
        .specificationMismatch(request, values, literal(text))
        .ifPresent(
            mismatch -> {
              throw new SpecificationFault(mismatch);
            });
  }

  /** Faults an expected refusal that the specification doesn't make, or makes with another code. */
  static void refusal(Request request, RefusalCode expected, Map<Choice, String> values) {
    if (Catalogue.find(request.operation()).isEmpty()) {
      if (expected != RefusalCode.UNKNOWN_OPERATION) {
        throw noOperation(request);
      }
      return;
    }
    Optional<RefusalCode> actual = Optional.empty();
    try {
      headerOrRefusal(request, values);
    } catch (RefusedException e) {
      actual = Optional.of(e.code());
    }
    if (!actual.equals(Optional.of(expected))) {
      throw new SpecificationFault(
          "the scenario expects the refusal "
              + expected.token()
              + ", but the operation as defined "
              + actual.map(c -> "refuses with " + c.token()).orElse("accepts these arguments"));
    }
  }

  /** Faults a dtype and shape other than those that the result has by definition. */
  static void header(Request request, DType dtype, Shape shape) {
    Header defined = header(request, Map.of());
    if (!defined.equals(new Header(dtype, shape))) {
      throw new SpecificationFault(
          "the result has by definition dtype "
              + defined.dtype().token()
              + " and shape "
              + defined.shape());
    }
  }

  /** The result's dtype and shape by definition; faults a request that is refused. */
  static Header header(Request request, Map<Choice, String> values) {
    try {
      return headerOrRefusal(request, values);
    } catch (RefusedException e) {
      throw new SpecificationFault(
          "a result is expected, but the operation as defined refuses the request with "
              + e.code().token()
              + ": "
              + e.getMessage());
    }
  }

  /** The tensor answered; a refusal fails. */
  static Tensor output(ScenarioState state, Computation computation) {
    if (computation.answer() instanceof Answer.Output output) {
      return output.tensor();
    }
    if (computation.answer() instanceof Answer.Refused refused) {
      throw state.failure(
          "refused with " + refused.code().token() + ": " + refused.message() + "; expected a result");
    }
    throw new IllegalStateException("only results and refusals are kept");
  }

  /** Fails unless every element is the literal's, the sign of zero included. */
  static void exactly(ScenarioState state, Computation computation, String text) {
    Tensor output = output(state, computation);
    Tensor expected = Literals.tensor(text, output.dtype());
    for (int i = 0; i < expected.size(); i++) {
      String seen = NumberLiteral.format(output, i);
      if (!seen.equals(NumberLiteral.format(expected, i))) {
        throw state.failure(
            "element " + i + " is " + seen + "; expected exactly " + NumberLiteral.format(expected, i));
      }
    }
  }

  private static LiteralTensor literal(String text) {
    try {
      return LiteralTensor.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault(String.valueOf(e.getMessage()));
    }
  }

  private static Header headerOrRefusal(Request request, Map<Choice, String> values) {
    Operation operation =
        Catalogue.find(request.operation()).orElseThrow(() -> noOperation(request));
    Arguments bound = operation.signature().bind(request.arguments());
    return operation.header(bound, Choices.of(values));
  }

  private static SpecificationFault noOperation(Request request) {
    return new SpecificationFault("there is no operation \"" + request.operation() + "\"");
  }
}
