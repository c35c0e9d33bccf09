package io.crosscheck.search;

import static io.crosscheck.search.Domain.COIN;
import static io.crosscheck.search.Domain.FINITE;
import static io.crosscheck.search.Domain.INDEX;
import static io.crosscheck.search.Domain.MODERATE;
import static io.crosscheck.search.Domain.NOT_POSITIVE;
import static io.crosscheck.search.Domain.SHARE;
import static io.crosscheck.search.Domain.WEIGHT;
import static io.crosscheck.search.Slot.Extent.CLASSES;
import static io.crosscheck.search.Slot.Extent.REDUCED;
import static io.crosscheck.search.Slot.Extent.STEPS;
import static io.crosscheck.search.Slot.Extent.WHOLE;

import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import java.util.List;

/**
 * The inputs of every operation whose error is measured. Weights and infinite products of theirs
 * don't mix, so that logits beside weights are moderate. Operations with exact results have none.
 */
final class Slots {

  private static final Slot LOGITS = Slot.of("logits", FINITE);
  private static final Slot LABELS = Slot.of("labels", SHARE);
  private static final Slot TARGET = Slot.of("target", SHARE);
  private static final Slot INDICES = Slot.of("labels", INDEX, REDUCED);
  private static final Slot CLASS_WEIGHTS = Slot.optional("class_weights", WEIGHT, CLASSES);
  private static final Slot POSITIVE_WEIGHT = Slot.optional("pos_weight", WEIGHT, WHOLE);
  private static final Slot GRADIENT = Slot.of("output_gradient", MODERATE);
  private static final Slot MASK = Slot.of("mask", COIN);

  private Slots() {}

  /** Empty where results are exact, so that there is no error to search for. */
  static List<Slot> of(String operation, boolean fromLogits) {
    Slot output = Slot.of("output", fromLogits ? FINITE : SHARE);
    return switch (operation) {
      case "softmax", "log_softmax", "log_sum_exp", "sigmoid" -> List.of(LOGITS);
      case "categorical_cross_entropy", "binary_cross_entropy" -> List.of(TARGET, output);
      case "kl_divergence", "kl_divergence_target_gradient", "categorical_cross_entropy_gradient" ->
          List.of(TARGET, output);
      case "softmax_cross_entropy_with_logits", "softmax_cross_entropy_gradient" ->
          List.of(LABELS, LOGITS);
      case "focal_cross_entropy" -> List.of(TARGET, LOGITS);
      case "sparse_softmax_cross_entropy_with_logits", "sparse_softmax_cross_entropy_gradient" ->
          List.of(INDICES, moderate("logits"), CLASS_WEIGHTS);
      case "sparse_categorical_cross_entropy" -> List.of(INDICES, output);
      case "negative_log_likelihood" ->
          List.of(INDICES, Slot.of("log_probabilities", NOT_POSITIVE), CLASS_WEIGHTS);
      case "sigmoid_cross_entropy_with_logits", "sigmoid_cross_entropy_gradient" ->
          List.of(LABELS, moderate("logits"), POSITIVE_WEIGHT);
      case "smooth_labels" -> List.of(LABELS);
      case "reduce_loss" -> List.of(moderate("loss"), Slot.optional("weights", WEIGHT, WHOLE));
      case "masked_softmax" -> List.of(LOGITS, MASK);
      case "masked_mean" -> List.of(moderate("values"), Slot.of("mask", COIN, STEPS));
      case "sequence_loss" ->
          List.of(
              moderate("logits"),
              Slot.of("targets", INDEX, REDUCED),
              Slot.of("weights", WEIGHT, REDUCED));
      case "softmax_gradient", "log_softmax_gradient" -> List.of(GRADIENT, LOGITS);
      case "masked_softmax_gradient" -> List.of(GRADIENT, LOGITS, MASK);
      default -> List.of();
    };
  }

  private static Slot moderate(String name) {
    return Slot.of(name, MODERATE);
  }

  /** The operations that can be searched, in the catalogue's order. */
  static List<String> searchable() {
    return Catalogue.operations().stream()
        .map(Operation::name)
        .filter(name -> !of(name, false).isEmpty())
        .toList();
  }
}
