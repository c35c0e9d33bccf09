package io.crosscheck.run;

import static java.util.Map.entry;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasEntry;
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
      Map.ofEntries(
          entry(
              "softmax",
              List.of(
                  Choice.SOFTMAX_SCALAR,
                  Choice.SOFTMAX_NOT_A_NUMBER,
                  Choice.SOFTMAX_POSITIVE_INFINITY,
                  Choice.SOFTMAX_ALL_NEGATIVE_INFINITY,
                  Choice.SUBNORMALS,
                  Choice.NEGATIVE_AXIS)),
          entry("log_softmax", List.of(Choice.LOG_SOFTMAX_POSITIVE_INFINITY, Choice.NEGATIVE_AXIS)),
          entry(
              "log_sum_exp",
              List.of(Choice.LOG_SUM_EXP_ALL_NEGATIVE_INFINITY, Choice.NEGATIVE_AXIS)),
          entry(
              "one_hot",
              List.of(
                  Choice.ONE_HOT_NEGATIVE_INDEX,
                  Choice.ONE_HOT_INDEX_PAST_DEPTH,
                  Choice.ONE_HOT_ZERO_DEPTH)),
          entry(
              "sparse_softmax_cross_entropy_with_logits",
              List.of(
                  Choice.SPARSE_LABEL_NEGATIVE,
                  Choice.SPARSE_LABEL_PAST_CLASSES,
                  Choice.WEIGHTED_MEAN_DENOMINATOR,
                  Choice.MEAN_NOTHING_LEFT,
                  Choice.NEGATIVE_AXIS)),
          entry(
              "softmax_cross_entropy_with_logits",
              List.of(
                  Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY,
                  Choice.LABELS_BROADCAST,
                  Choice.LABEL_SMOOTHING_CLASSES,
                  Choice.NEGATIVE_AXIS)),
          entry(
              "softmax_cross_entropy_gradient", List.of(Choice.GRADIENT_LABELS_NOT_SUMMING_TO_ONE)),
          entry(
              "categorical_cross_entropy",
              List.of(
                  Choice.PROBABILITIES_NORMALISE,
                  Choice.PROBABILITIES_GUARD,
                  Choice.PROBABILITIES_OUT_OF_RANGE)),
          entry(
              "sparse_categorical_cross_entropy",
              List.of(
                  Choice.PROBABILITIES_NORMALISE,
                  Choice.PROBABILITIES_GUARD,
                  Choice.PROBABILITIES_OUT_OF_RANGE,
                  Choice.SPARSE_LABEL_NEGATIVE,
                  Choice.SPARSE_LABEL_PAST_CLASSES,
                  Choice.MEAN_NOTHING_LEFT,
                  Choice.NEGATIVE_AXIS)),
          entry("binary_cross_entropy", List.of(Choice.PROBABILITIES_OUT_OF_RANGE)),
          entry(
              "sigmoid_cross_entropy_with_logits", List.of(Choice.SIGMOID_CROSS_ENTROPY_INFINITE)),
          entry("reduce_loss", List.of(Choice.MEAN_NOTHING_LEFT, Choice.MASKED_NOT_A_NUMBER)),
          entry(
              "masked_mean", List.of(Choice.MASKED_MEAN_NOTHING_KEPT, Choice.MASKED_NOT_A_NUMBER)),
          entry("masked_softmax", List.of(Choice.MASKED_SOFTMAX_NOTHING_KEPT)),
          entry("sequence_mask", List.of(Choice.SEQUENCE_MASK_LENGTH_PAST_MAXLEN)),
          entry("last_relevant", List.of(Choice.LAST_RELEVANT_ZERO_LENGTH)),
          entry("argmax", List.of(Choice.ARGMAX_NOT_A_NUMBER, Choice.NEGATIVE_AXIS)),
          entry(
              "negative_log_likelihood",
              List.of(
                  Choice.SPARSE_LABEL_NEGATIVE,
                  Choice.SPARSE_LABEL_PAST_CLASSES,
                  Choice.MEAN_NOTHING_LEFT,
                  Choice.WEIGHTED_MEAN_DENOMINATOR,
                  Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY)),
          entry("kl_divergence", List.of(Choice.KL_ZERO_TARGET)),
          entry("kl_divergence_target_gradient", List.of(Choice.KL_GRADIENT_ZERO_TARGET)),
          entry("focal_cross_entropy", List.of(Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY)),
          entry("smooth_labels", List.of(Choice.LABEL_SMOOTHING_CLASSES)),
          entry("causal_mask", List.of(Choice.CAUSAL_DEFAULT_ALIGNMENT)),
          entry("categorical_accuracy", List.of(Choice.ARGMAX_NOT_A_NUMBER)));

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
    ObservedChoices observed = new ObservedChoices();
    List<Case> cases = run(implementation.backend(), implementation.operation(), observed);
    List<String> bad =
        cases.stream()
            .filter(c -> c.outcome() != Outcome.PASSED && c.outcome() != Outcome.EXCLUDED)
            .map(c -> c.id() + ": " + c.message())
            .toList();
    assertThat(bad, is(empty()));
    assertThat(
        observed.table(),
        hasEntry(implementation.choice().token(), List.of(implementation.value())));
  }

  private List<Case> run(Backend backend, String operation, ObservedChoices observed) {
    Selection selection = new Selection(Tier.QUICK, "", List.of(operation), List.of(), List.of());
    return new Runner(SPECIFICATION, selection)
        .runSideBySide(
            new UnderTest(backend, Profile.STANDARD),
            (done, findings) -> observed.add(done.observed(), findings.open()));
  }
}
