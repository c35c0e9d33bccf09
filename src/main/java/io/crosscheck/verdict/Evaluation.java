package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.RefusedException;
import org.jspecify.annotations.Nullable;

/** What the specification makes of one request under one set of choices. */
final class Evaluation {

  private final Request request;
  private final Operation operation;
  private final Choices choices;
  private @Nullable Arguments arguments;
  private @Nullable Certified certified;

  private Evaluation(Request request, Operation operation, Choices choices) {
    this.request = request;
    this.operation = operation;
    this.choices = choices;
  }

  /** Refuses an operation that the specification lacks. */
  static Evaluation of(Request request, Choices choices) {
    Operation operation =
        Catalogue.find(request.operation())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"" + request.operation() + "\" is no operation"));
    return new Evaluation(request, operation, choices);
  }

  Request request() {
    return request;
  }

  Operation operation() {
    return operation;
  }

  /** The choices; after an evaluation they know which of them mattered. */
  Choices choices() {
    return choices;
  }

  /**
   * The request's arguments, bound.
   *
   * @throws RefusedException where they don't fit the signature
   */
  Arguments arguments() {
    Arguments bound = arguments;
    if (bound == null) {
      bound = operation.signature().bind(request.arguments());
      arguments = bound;
    }
    return bound;
  }

  /**
   * The exact result.
   *
   * @throws RefusedException where the specification refuses the request
   */
  Certified certified() {
    Certified result = certified;
    if (result == null) {
      result = Certified.of(operation, arguments(), choices);
      certified = result;
    }
    return result;
  }
}
