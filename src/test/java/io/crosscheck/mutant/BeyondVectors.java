package io.crosscheck.mutant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mutants that the frozen vectors don't tell from what is right, each with the reason. */
public final class BeyondVectors {

  private static final String ODD_WIDTH = "no vector has a row of odd width whose end decides";
  private static final String AXIS =
      "the vectors of that operation ask the last axis, or one of another length";
  private static final String CASE = "no vector has that case; a scenario has";

  private static final String MEAN = "the vectors' means are of losses along one axis";

  private BeyondVectors() {}

  /** The reason for each, by what {@link Mutant#toString} gives. */
  public static Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();

    put(
        reasons,
        ODD_WIDTH,
        List.of(
            "B070 an odd width loses its last term in softmax",
            "an odd width is won by its last class in sparse_categorical_accuracy",
            "an odd width is won by its last class in categorical_accuracy"));
    put(
        reasons,
        AXIS,
        List.of(
            "a negative axis counted from the front in categorical_cross_entropy",
            "along the last of three axes in sparse_softmax_cross_entropy_with_logits",
            "B027 always along the last axis in sparse_softmax_cross_entropy_with_logits",
            "always along the last axis in sparse_softmax_cross_entropy_gradient",
            "a negative axis counts the axes of the indices in one_hot",
            "B095 always along the last axis in argmax"));
    put(
        reasons,
        CASE,
        List.of(
            "an axis before the last of probabilities only in categorical_cross_entropy",
            "B014 smoothing over as many classes as axis 1 has in categorical_cross_entropy",
            "label smoothing left out in sparse_softmax_cross_entropy_with_logits",
            "B010 rows without labels have the slope of softmax in softmax_cross_entropy_gradient",
            "a NaN turns the hit round in categorical_accuracy",
            "NaN results are 0 in reduce_loss",
            "a half for a lone logit in softmax"));
    put(
        reasons,
        MEAN,
        List.of(
            "the mean divided by the length of the first axis in softmax_cross_entropy_with_logits",
            "the mean divided by the length of the first axis in sparse_softmax_cross_entropy_with_logits",
            "the mean divided by the length of the first axis in sigmoid_cross_entropy_with_logits",
            "the mean divided by the length of the first axis in binary_cross_entropy"));
    return reasons;
  }

  private static void put(Map<String, String> reasons, String reason, List<String> mutants) {
    mutants.forEach(mutant -> reasons.put(mutant, reason));
  }
}
