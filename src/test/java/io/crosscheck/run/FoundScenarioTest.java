package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.mutant.Mutant;
import io.crosscheck.mutant.Mutants;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import io.crosscheck.search.Budget;
import io.crosscheck.search.Find;
import io.crosscheck.search.Form;
import io.crosscheck.search.Hunt;
import io.crosscheck.search.ScenarioText;
import io.crosscheck.tensor.DType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hunt prints is a scenario that runs: it fails who was hunted, and passes who is right. */
class FoundScenarioTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "no max shift, softmax, false",
    "log of softmax, log_softmax, false",
    "clip inside the fused loss, sparse_softmax_cross_entropy_with_logits, true",
    "divides by all steps, masked_mean, false",
    "sum in place of mean, reduce_loss, false",
    "weights left out of the denominator, sequence_loss, false"
  })
  void a_pasted_find_fails_again(String name, String operation, boolean mean) throws IOException {
    Mutant mutant =
        Mutants.all().stream()
            .filter(m -> m.name().equals(name) && m.operation().equals(operation))
            .findFirst()
            .orElseThrow();
    Request request = hunted(mutant, mean).request();
    Path feature = folder.resolve("softmax/found.feature");
    Files.createDirectories(feature.getParent());
    Files.writeString(
        feature,
        "Feature: Found\n\n  @req:softmax.found @must\n  Rule: Found\n\n"
            + String.join("\n", ScenarioText.of("Found by a hunt", request))
            + "\n");
    assertThat(outcome(mutant.backend()), is(Outcome.FAILED));
    try (Backend cpu = Backends.create(Backends.available("cpu"))) {
      assertThat(outcome(cpu), is(Outcome.PASSED));
    }
  }

  private static Find hunted(Mutant mutant, boolean mean) {
    Map<String, Object> attributes = mean ? Map.of("reduction", "mean", "axis", -1L) : Map.of();
    Form form =
        Form.of(Catalogue.find(mutant.operation()).orElseThrow(), DType.FLOAT32, attributes);
    UnderTest underTest = new UnderTest(mutant.backend(), Profile.STANDARD);
    Hunt hunt = new Hunt(form, Optional.empty(), 2, underTest);
    hunt.run(Budget.ofEvaluations(400), done -> {});
    Find find = hunt.find().orElseThrow();
    assertThat(find.isViolation(), is(true));
    return find;
  }

  private Outcome outcome(Backend backend) {
    Selection all = new Selection(Tier.FULL, "", List.of(), List.of(), List.of());
    List<Case> cases =
        new Runner(FeatureSet.load(Optional.of(folder)), all)
            .run(new UnderTest(backend, Profile.STANDARD), id -> {}, (done, attached) -> {});
    assertThat(cases.size(), is(1));
    return cases.get(0).outcome();
  }
}
