package io.crosscheck.steps;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.backend.reference.ReferenceBackendProvider;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Findings;
import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.resource.Resource;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.TestCaseFinished;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Runs the steps of one scenario against an implementation made up by the test. */
final class Scenarios {

  private static final Backend REFERENCE = new ReferenceBackendProvider().create();

  private final List<Request> requests = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private Findings findings = Findings.NOTHING;

  private Scenarios() {}

  /** Against an implementation that is always right, in float32 only. */
  static Scenarios run(String steps) {
    return run(steps, answer -> answer);
  }

  /** Against one whose right answers are changed first. */
  static Scenarios run(String steps, UnaryOperator<Answer> change) {
    Scenarios scenarios = new Scenarios();
    UnderTest.use(new UnderTest(scenarios.backend(change), Profile.STANDARD));
    Feature feature = parse("Feature: f\n  Scenario: s\n" + steps.indent(4));
    ConcurrentEventListener listener =
        publisher -> {
          publisher.registerHandlerFor(
              TestCaseFinished.class,
              e -> {
                scenarios.results.add(e.getResult());
                scenarios.findings = Findings.take();
              });
        };
    Runtime.builder()
        .withRuntimeOptions(
            new RuntimeOptionsBuilder()
                .addGlue(URI.create("classpath:/io/crosscheck/steps"))
                .build())
        .withFeatureSupplier(() -> List.of(feature))
        .withAdditionalPlugins(listener)
        .build()
        .run();
    return scenarios;
  }

  /** What was asked, in order. */
  List<Request> requests() {
    return requests;
  }

  /** What Cucumber made of the scenario. */
  Result result() {
    return results.get(0);
  }

  /** Why it did not pass. */
  Throwable error() {
    return result().getError();
  }

  /** What the steps left for the report. */
  Findings findings() {
    return findings;
  }

  private Backend backend(UnaryOperator<Answer> change) {
    return new Backend() {
      @Override
      public Description description() {
        Set<DType> claimed = Set.of(DType.FLOAT32);
        return new Description(
            "made-up",
            "1",
            "Java",
            "",
            Map.of("softmax", claimed, "softmax_gradient", claimed, "one_hot", claimed),
            Map.of(),
            Optional.empty());
      }

      @Override
      public Answer answer(Request request) {
        requests.add(request);
        return change.apply(REFERENCE.answer(request));
      }
    };
  }

  private static Feature parse(String text) {
    Resource resource =
        new Resource() {
          @Override
          public URI getUri() {
            return URI.create("file:f.feature");
          }

          @Override
          public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
          }
        };
    return new FeatureParser(UUID::randomUUID).parseResource(resource).orElseThrow();
  }
}
