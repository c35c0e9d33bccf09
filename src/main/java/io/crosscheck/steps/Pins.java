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
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.LiteralCheck;
import java.util.Map;
import java.util.Optional;

/** What a scenario states, held to the specification's own executable definition. */
final class Pins {

  private Pins() {}

  /** Faults a literal that is not the exact result to the digits shown. */
  static void literal(
      ScenarioState state, Request request, String text, Map<Choice, String> values) {
    try {
      fault(check(state, request, values).mismatch(text));
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault(String.valueOf(e.getMessage()));
    }
  }

  /** Faults an expected refusal that the specification doesn't make, or makes with another code. */
  static void refusal(
      ScenarioState state, Request request, RefusalCode expected, Map<Choice, String> values) {
    boolean known = Catalogue.find(request.operation()).isPresent();
    if (known || expected != RefusalCode.UNKNOWN_OPERATION) {
      fault(check(state, request, values).mismatch(expected));
    }
  }

  /** Faults a dtype and shape other than those that the result has by definition. */
  static void header(Request request, Header stated) {
    Operation operation = operation(request);
    try {
      Arguments bound = operation.signature().bind(request.arguments());
      Header defined = operation.header(bound, Choices.defaults());
      if (!defined.equals(stated)) {
        throw new SpecificationFault("by definition the result is " + text(defined));
      }
    } catch (RefusedException e) {
      throw new SpecificationFault("the specification refuses the request: " + e.getMessage());
    }
  }

  /** A result's dtype and shape in words. */
  static String text(Header header) {
    return "a " + header.dtype().token() + " tensor of shape " + header.shape();
  }

  /** The tensor answered; a refusal fails. */
  static Tensor output(ScenarioState state, Computation computation) {
    if (computation.answer() instanceof Answer.Output output) {
      return output.tensor();
    }
    if (computation.answer() instanceof Answer.Refused refused) {
      throw state.failure(Judge.unexpected(computation.request(), refused));
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
            "element "
                + i
                + " is "
                + seen
                + "; expected exactly "
                + NumberLiteral.format(expected, i));
      }
    }
  }

  private static LiteralCheck check(
      ScenarioState state, Request request, Map<Choice, String> values) {
    operation(request);
    return new LiteralCheck(request, values, state.evaluations());
  }

  /** Faults an attribute that the operation lacks where no refusal is expected. */
  static void attributes(Request request) {
    try {
      request
          .arguments()
          .attributes()
          .keySet()
          .forEach(operation(request).signature()::requireAttribute);
    } catch (IllegalArgumentException e) {
      throw new SpecificationFault(String.valueOf(e.getMessage()));
    }
  }

  /** The operation asked for; faults a request for one that doesn't exist. */
  static Operation operation(Request request) {
    return Catalogue.find(request.operation())
        .orElseThrow(
            () -> new SpecificationFault("there is no operation \"" + request.operation() + "\""));
  }

  private static void fault(Optional<String> mismatch) {
    mismatch.ifPresent(
        text -> {
          throw new SpecificationFault(text);
        });
  }
}
