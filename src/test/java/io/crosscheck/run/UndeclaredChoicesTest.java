package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.mutant.Chosen;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Implementations that differ in one choice and declare nothing all pass, and the cases say which
 * value was seen.
 */
class UndeclaredChoicesTest {

  private static final FeatureSet SPECIFICATION = FeatureSet.load(Optional.empty());

  private static final Map<String, List<Choice>> CHOICES =
      Map.of(
          "negative_log_likelihood",
          List.of(
              Choice.SPARSE_LABEL_NEGATIVE,
              Choice.SPARSE_LABEL_PAST_CLASSES,
              Choice.MEAN_NOTHING_LEFT,
              Choice.WEIGHTED_MEAN_DENOMINATOR,
              Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY),
          "kl_divergence",
          List.of(Choice.KL_ZERO_TARGET),
          "focal_cross_entropy",
          List.of(Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY),
          "smooth_labels",
          List.of(Choice.LABEL_SMOOTHING_CLASSES),
          "causal_mask",
          List.of(Choice.CAUSAL_DEFAULT_ALIGNMENT),
          "categorical_accuracy",
          List.of(Choice.ARGMAX_NOT_A_NUMBER));

  static Stream<Chosen> implementations() {
    return CHOICES.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().stream()
                    .flatMap(
                        choice ->
                            choice.allowed().stream()
                                .map(value -> new Chosen(e.getKey(), choice, value))));
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void each_value_passes_and_is_named(Chosen implementation) {
    List<Case> cases = run(implementation.backend(), implementation.operation());
    List<String> bad =
        cases.stream()
            .filter(c -> c.outcome() != Outcome.PASSED && c.outcome() != Outcome.EXCLUDED)
            .map(c -> c.id() + ": " + c.message())
            .toList();
    assertThat(bad, is(empty()));
    List<String> seen =
        cases.stream().map(c -> c.observed().get(implementation.choice().token())).toList();
    assertThat(seen, hasItem(implementation.value()));
  }

  private List<Case> run(Backend backend, String operation) {
    Selection selection = new Selection(Tier.QUICK, "", List.of(operation), List.of(), List.of());
    return new Runner(SPECIFICATION, selection)
        .run(new UnderTest(backend, Profile.STANDARD), id -> {}, (done, attached) -> {});
  }
}
