package io.crosscheck.operation;

import java.util.List;
import java.util.Optional;

/**
 * A named point where conforming implementations differ, with the values it may take; the reference
 * follows the first. The sources are the rows D01 to D42 of the comparison of frameworks.
 */
public enum Choice {
  SOFTMAX_SLICE("softmax.slice", "axis", "from_axis_on"),
  SOFTMAX_SCALAR("softmax.scalar", "refused", "one"),
  SOFTMAX_NOT_A_NUMBER("softmax.not_a_number", "poisons_slice", "stays_local"),
  SOFTMAX_POSITIVE_INFINITY("softmax.positive_infinity", "nan_slice", "nan_local"),
  SOFTMAX_ALL_NEGATIVE_INFINITY("softmax.all_negative_infinity", "nan", "zeros", "uniform"),
  LOG_SOFTMAX_POSITIVE_INFINITY("log_softmax.positive_infinity", "nan", "limits"),
  LOG_SUM_EXP_ALL_NEGATIVE_INFINITY(
      "log_sum_exp.all_negative_infinity", "negative_infinity", "nan"),
  SUBNORMALS("subnormals", "kept", "flushed"),
  NEGATIVE_AXIS("negative_axis", "any", "only_minus_one", "refused"),
  ONE_HOT_NEGATIVE_INDEX("one_hot.negative_index", "off", "wraps", "refused"),
  ONE_HOT_INDEX_PAST_DEPTH("one_hot.index_past_depth", "off", "refused"),
  ONE_HOT_ZERO_DEPTH("one_hot.zero_depth", "empty", "refused"),
  SPARSE_LABEL_NEGATIVE("sparse_label.negative", "refused", "nan", "zero", "wraps"),
  SPARSE_LABEL_PAST_CLASSES("sparse_label.past_classes", "refused", "nan", "zero"),
  ZERO_LABEL_TIMES_NEGATIVE_INFINITY("zero_label_times_negative_infinity", "nan", "zero"),
  LABELS_BROADCAST("labels_broadcast", "allowed", "refused"),
  GRADIENT_LABELS_NOT_SUMMING_TO_ONE(
      "gradient.labels_not_summing_to_one", "scaled", "softmax_minus_labels"),
  PROBABILITIES_NORMALISE("probabilities.normalise", "divide_by_sum", "none"),
  PROBABILITIES_GUARD(
      "probabilities.guard",
      "clip_1e-7",
      "clip_dtype_epsilon",
      "log_floor_-100",
      "add_1e-7",
      "clip_then_add_1e-7",
      "none"),
  PROBABILITIES_OUT_OF_RANGE("probabilities.out_of_range", "clipped", "refused"),
  SIGMOID_CROSS_ENTROPY_INFINITE(
      "sigmoid_cross_entropy.infinite", "exact", "tensorflow", "pytorch", "optax"),
  WEIGHTED_MEAN_DENOMINATOR(
      "weighted_mean.denominator", "sum_of_weights", "count", "count_of_nonzero_weights"),
  MEAN_NOTHING_LEFT("mean.nothing_left", "nan", "zero", "refused"),
  MASKED_NOT_A_NUMBER("masked_not_a_number", "excluded", "leaks"),
  LABEL_SMOOTHING_CLASSES("label_smoothing.classes", "class_axis", "last_axis"),
  KL_ZERO_TARGET("kl.zero_target", "zero", "clipped"),
  KL_GRADIENT_ZERO_TARGET(
      "kl_divergence_gradient.zero_target", "minus_infinity", "constant", "clipped"),
  SEQUENCE_MASK_LENGTH_PAST_MAXLEN(
      "sequence_mask.length_past_maxlen", "truncated", "maxlen_raised"),
  MASKED_SOFTMAX_NOTHING_KEPT("masked_softmax.nothing_kept", "nan", "zeros", "uniform"),
  MASKED_MEAN_NOTHING_KEPT("masked_mean.nothing_kept", "nan", "zero"),
  LAST_RELEVANT_ZERO_LENGTH("last_relevant.zero_length", "refused", "zeros", "wraps", "clamps"),
  ARGMAX_NOT_A_NUMBER("argmax.not_a_number", "wins", "ignored"),
  CAUSAL_DEFAULT_ALIGNMENT("causal.default_alignment", "top_left", "bottom_right");

  private final String token;
  private final List<String> values;

  Choice(String token, String... values) {
    this.token = token;
    this.values = List.of(values);
  }

  /** The name in features, descriptions and reports. */
  public String token() {
    return token;
  }

  /** The values it may take, the reference's own first. */
  public List<String> allowed() {
    return values;
  }

  /**
   * Whether another value than the reference's own has to be declared. Softmax over all axes from
   * the given one on is what the wrong axis gives as well: of whoever says nothing it is a mistake.
   */
  public boolean needsDeclaration() {
    return this == SOFTMAX_SLICE;
  }

  /** The choice of that name, empty if there is none. */
  public static Optional<Choice> ofToken(String token) {
    for (Choice choice : values()) {
      if (choice.token.equals(token)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /**
   * The choice of that name, if {@code value} is one that it may take.
   *
   * @throws IllegalArgumentException for an unknown name or value, with those that there are
   */
  public static Choice admitting(String token, String value) {
    Choice choice =
        ofToken(token)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no choice \"" + token + "\""));
    if (!choice.values.contains(value)) {
      throw new IllegalArgumentException(
          token + " can't be \"" + value + "\"; it can be " + String.join(", ", choice.values));
    }
    return choice;
  }
}
