package io.crosscheck.steps;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Evaluations;
import io.crosscheck.verdict.Findings;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Measured;
import io.crosscheck.verdict.Reproduction;
import io.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What one scenario has given, asked and seen. Confined to its thread, so that scenarios may run
 * side by side without a container to inject it.
 */
final class ScenarioState {

  /** What a step calls the result of the last computation. */
  static final String THE_RESULT = "the result";

  private static final ThreadLocal<ScenarioState> CURRENT =
      ThreadLocal.withInitial(ScenarioState::new);

  private final UnderTest underTest = UnderTest.current();
  private final Evaluations evaluations = new Evaluations();
  private final Judge judge = new Judge(underTest.profile(), underTest.declared(), evaluations);
  private final Map<String, Tensor> tensors = new HashMap<>();
  private final List<String> unused = new ArrayList<>();
  private final Map<String, Computation> results = new HashMap<>();
  private final Map<String, String> observed = new LinkedHashMap<>();
  private final List<List<Map<Choice, String>>> open = new ArrayList<>();
  private final TakenChoices taken = new TakenChoices();
  private final List<Measured> measurements = new ArrayList<>();
  private @Nullable Request lastRequest;
  private String stderr = "";

  private ScenarioState() {}

  static ScenarioState current() {
    return CURRENT.get();
  }

  /** Forgets the scenario of this thread. */
  static void reset() {
    CURRENT.remove();
  }

  /** What the specification makes of the scenario's requests. */
  Evaluations evaluations() {
    return evaluations;
  }

  Judge judge() {
    return judge;
  }

  /** The error allowed for each element of a computation's result. */
  double[] allowedErrors(Computation computation) {
    Optional<double[]> allowed = judge.allowed(computation.request());
    if (allowed.isEmpty()) {
      // A result where a declared choice asks for a refusal is the implementation's fault.
      accept(computation, judge.judge(computation.request(), computation.answer()));
      throw new SpecificationFault("a property is stated of a request that is refused");
    }
    return allowed.get();
  }

  /** Gives an input, replacing an earlier one of that name. */
  void give(String name, Tensor tensor) {
    if (unused.contains(name)) {
      throw new SpecificationFault("the tensor " + name + " is replaced before it was used");
    }
    tensors.put(name, tensor);
    unused.add(name);
  }

  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** Asks the implementation and keeps its answer under {@code name} and as the result. */
  void ask(Request request, String name) {
    lastRequest = request;
    unused.removeAll(request.arguments().inputs().keySet());
    underTest
        .unclaimed(request)
        .ifPresent(
            reason -> {
              throw new TestAbortedException(reason);
            });
    Answer answer = underTest.answer(request);
    if (answer instanceof Answer.Unsupported unsupported) {
      throw new TestAbortedException(unsupported.reason());
    }
    if (answer instanceof Answer.Failed failed) {
      stderr = failed.stderr();
      throw new ErroredException(failed.message());
    }
    Computation computation = new Computation(request, answer);
    results.put(name, computation);
    results.put(THE_RESULT, computation);
  }

  /** The computation of that name; it becomes the one that a failure reports. */
  Computation result(String name) {
    Computation computation = results.get(name);
    if (computation == null) {
      throw new SpecificationFault(
          "no result is called \"" + name + "\"; there are " + results.keySet());
    }
    lastRequest = computation.request();
    return computation;
  }

  /** Notes what a verdict saw, and throws unless it is a pass. */
  void accept(Computation computation, Verdict verdict) {
    verdict.observed().forEach((choice, value) -> observed.put(choice.token(), value));
    if (verdict.ways().size() > 1) {
      open.add(verdict.ways());
    }
    verdict
        .measurement()
        .ifPresent(
            measurement -> {
              DType dtype = ((Answer.Output) computation.answer()).tensor().dtype();
              String operation = computation.request().operation();
              measurements.add(new Measured(operation, dtype, measurement));
            });
    switch (verdict.outcome()) {
      case PASSED -> {
        String operation = computation.request().operation();
        Optional<String> contradiction = taken.contradiction(operation, verdict.ways());
        if (contradiction.isPresent()) {
          throw failure(contradiction.get());
        }
      }
      case FAILED -> throw failure(verdict.message());
      case UNSUPPORTED -> throw new TestAbortedException(verdict.message());
      case ERRORED -> throw new ErroredException(verdict.message());
    }
  }

  /** The failure with that text and the request that reproduces it. */
  AssertionError failure(String message) {
    return new AssertionError(
        lastRequest == null ? message : Reproduction.below(message, lastRequest));
  }

  /** The failure of two computations to fit each other, with both requests. */
  AssertionError failure(String message, Computation first, Computation second) {
    return new AssertionError(Reproduction.below(message, first.request(), second.request()));
  }

  /** What the report wants to know of the scenario, which passed or not. */
  Findings findings(boolean passed) {
    Optional<Request> request = passed ? Optional.empty() : Optional.ofNullable(lastRequest);
    return new Findings(request, observed, open, measurements, stderr);
  }

  /** The tensors that no request took. */
  List<String> unused() {
    return unused;
  }
}
