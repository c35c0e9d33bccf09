package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A backend that declares no choices, as one that we know nothing of would. */
record Stranger(Description description, Function<Request, Answer> answers) implements Backend {

  Stranger(String name, Map<String, Set<DType>> operations, Function<Request, Answer> answers) {
    this(Description.of(name, "1", operations), answers);
  }

  @Override
  public Answer answer(Request request) {
    return answers.apply(request);
  }
}
