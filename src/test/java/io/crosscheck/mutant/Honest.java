package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;

/** The right implementation that mutants are made from, and the ways to change what it is asked. */
public final class Honest {

  // Mutants of one operation are asked the same one after another.
  private static final int KEPT = 2000;
  private static final Map<Request, Answer> ANSWERS = new LinkedHashMap<>();
  private static final Backend REFERENCE =
      ServiceLoader.load(BackendProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals("reference"))
          .findFirst()
          .orElseThrow()
          .create();

  Honest() {}

  Backend backend() {
    return REFERENCE;
  }

  Answer answer(Request request) {
    Answer known = ANSWERS.get(request);
    if (known != null) {
      return known;
    }
    if (ANSWERS.size() >= KEPT) {
      ANSWERS.clear();
    }
    Answer answer = REFERENCE.answer(request);
    ANSWERS.put(request, answer);
    return answer;
  }

  /** The right answer to the request with one input changed. */
  Answer withInput(Request request, String name, UnaryOperator<Tensor> change) {
    Tensor tensor = request.arguments().inputs().get(name);
    return tensor == null
        ? answer(request)
        : answer(replacing(request, name, change.apply(tensor)));
  }

  /** The right answer to the request with one attribute set. */
  Answer withAttribute(Request request, String name, Object value) {
    Map<String, Object> attributes = new HashMap<>(request.arguments().attributes());
    attributes.put(name, value);
    return answer(
        new Request(request.operation(), new Arguments(request.arguments().inputs(), attributes)));
  }

  /** The right answer of another operation to the same inputs and these attributes. */
  Answer as(String operation, Map<String, Tensor> inputs, Map<String, Object> attributes) {
    return answer(new Request(operation, new Arguments(inputs, attributes)));
  }

  static Request replacing(Request request, String name, Tensor tensor) {
    Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
    inputs.put(name, tensor);
    return new Request(
        request.operation(), new Arguments(inputs, request.arguments().attributes()));
  }

  /** The answer with its result changed; refusals stay. */
  static Answer mapping(Answer answer, UnaryOperator<Tensor> change) {
    return answer instanceof Answer.Output output
        ? new Answer.Output(change.apply(output.tensor()))
        : answer;
  }
}
