package io.crosscheck.run;

import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import io.crosscheck.verdict.Findings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Turns Cucumber's events into cases of the report, each handed on as it finishes. */
final class CaseListener implements ConcurrentEventListener {

  private final Map<Place, SpecifiedCase> cases = new HashMap<>();
  private final Map<UUID, String> undefined = new HashMap<>();
  private final BiConsumer<Case, Findings> finished;

  CaseListener(List<SpecifiedCase> selected, BiConsumer<Case, Findings> finished) {
    selected.forEach(c -> cases.put(Place.of(c.pickle().getUri(), c.pickle().getLocation()), c));
    this.finished = finished;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
  }

  private synchronized void stepFinished(TestStepFinished event) {
    if (event.getResult().getStatus() == Status.UNDEFINED
        && event.getTestStep() instanceof PickleStepTestStep step) {
      undefined.putIfAbsent(event.getTestCase().getId(), step.getStep().getText());
    }
  }

  private synchronized void caseFinished(TestCaseFinished event) {
    TestCase test = event.getTestCase();
    SpecifiedCase specified = cases.get(Place.of(test.getUri(), test.getLocation()));
    if (specified == null) {
      throw new IllegalStateException(
          "Cucumber ran a case that was not selected: " + test.getName());
    }
    Findings findings = Findings.take();
    Result result = event.getResult();
    Outcome outcome = outcome(result);
    String message = message(result, undefined.get(test.getId()));
    double seconds = result.getDuration().toNanos() / 1e9;
    finished.accept(Cases.of(specified, outcome, seconds, message, findings), findings);
  }

  private static Outcome outcome(Result result) {
    if (result.getStatus() == Status.PASSED) {
      return Outcome.PASSED;
    }
    if (result.getStatus() == Status.SKIPPED && result.getError() != null) {
      return Outcome.UNSUPPORTED;
    }
    return result.getError() instanceof AssertionError ? Outcome.FAILED : Outcome.ERRORED;
  }

  private static @Nullable String message(Result result, @Nullable String undefinedStep) {
    if (undefinedStep != null) {
      return "the specification is at fault, not the implementation: no step reads \""
          + undefinedStep
          + "\"";
    }
    Throwable error = result.getError();
    if (error == null) {
      return result.getStatus() == Status.PASSED ? null : "no verdict: " + result.getStatus();
    }
    boolean foreseen =
        error instanceof AssertionError
            || result.getStatus() == Status.SKIPPED
            || error.getClass().getName().startsWith("io.crosscheck.");
    return foreseen && error.getMessage() != null ? error.getMessage() : error.toString();
  }

  /** Where a pickle stands, which no other does. */
  private record Place(String uri, int line) {

    static Place of(URI uri, Location location) {
      return new Place(uri.toString(), location.getLine());
    }
  }
}
