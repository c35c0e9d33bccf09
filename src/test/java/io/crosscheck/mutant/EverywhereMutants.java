package io.crosscheck.mutant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The same two mistakes in every operation of numbers: a result that is a little off, a lost NaN.
 */
final class EverywhereMutants {

  private EverywhereMutants() {}

  static List<Mutant> all() {
    return Stream.concat(
            slightlyOff().entrySet().stream()
                .map(
                    e ->
                        new Mutant(
                            "3 in 10,000 too large",
                            e.getKey(),
                            e.getValue(),
                            "exact value",
                            Faults.each(v -> v * 1.0003))),
            withoutNan().entrySet().stream()
                .map(
                    e ->
                        new Mutant(
                            "NaN results are 0",
                            e.getKey(),
                            e.getValue(),
                            "NaN",
                            Faults.each(v -> Double.isNaN(v) ? 0 : v))))
        .toList();
  }

  private static Map<String, String> slightlyOff() {
    Map<String, String> rows = new TreeMap<>();
    rows.put("softmax", "softmax.softmax.definition");
    rows.put("log_softmax", "softmax.log_softmax.lengths");
    rows.put("log_sum_exp", "softmax.log_sum_exp.definition");
    rows.put("sigmoid", "softmax.sigmoid.lengths");
    rows.put("categorical_cross_entropy", "cross-entropy.categorical.lengths");
    rows.put("sparse_categorical_cross_entropy", "cross-entropy.sparse-categorical.lengths");
    rows.put("softmax_cross_entropy_with_logits", "cross-entropy.conformance.lengths");
    rows.put("sparse_softmax_cross_entropy_with_logits", "cross-entropy.sparse.strides");
    rows.put("negative_log_likelihood", "cross-entropy.negative-log-likelihood.lengths");
    rows.put("binary_cross_entropy", "cross-entropy.binary.lengths");
    rows.put("sigmoid_cross_entropy_with_logits", "cross-entropy.sigmoid.definition");
    rows.put("kl_divergence", "cross-entropy.kl-divergence.lengths");
    rows.put("focal_cross_entropy", "cross-entropy.focal.lengths");
    rows.put("smooth_labels", "cross-entropy.smooth-labels.lengths");
    rows.put("reduce_loss", "cross-entropy.reduce.lengths");
    rows.put("sequence_loss", "cross-entropy.sequence.spread");
    rows.put("masked_softmax", "masking.masked_softmax.lengths");
    rows.put("masked_mean", "masking.masked_mean.spread");
    rows.put("softmax_gradient", "gradients.softmax.strides");
    rows.put("log_softmax_gradient", "gradients.log_softmax.strides");
    rows.put("softmax_cross_entropy_gradient", "gradients.cross-entropy.strides");
    rows.put("sparse_softmax_cross_entropy_gradient", "gradients.sparse.lengths");
    rows.put("sigmoid_cross_entropy_gradient", "gradients.sigmoid.lengths");
    rows.put("categorical_cross_entropy_gradient", "gradients.categorical.lengths");
    rows.put("kl_divergence_target_gradient", "gradients.kl-target.lengths");
    rows.put("masked_softmax_gradient", "gradients.masked.lengths");
    return rows;
  }

  private static Map<String, String> withoutNan() {
    Map<String, String> rows = new TreeMap<>();
    rows.put("log_softmax", "softmax.log_softmax.not_a_number");
    rows.put("log_sum_exp", "softmax.log_sum_exp.special");
    rows.put("sigmoid", "softmax.sigmoid.range");
    rows.put("categorical_cross_entropy", "cross-entropy.categorical.not-a-number");
    rows.put("sparse_categorical_cross_entropy", "cross-entropy.sparse-categorical.not-a-number");
    rows.put("softmax_cross_entropy_with_logits", "cross-entropy.special.not-a-number");
    rows.put("negative_log_likelihood", "cross-entropy.negative-log-likelihood.special");
    rows.put("kl_divergence", "cross-entropy.kl-divergence.not-a-number");
    rows.put("focal_cross_entropy", "cross-entropy.focal.not-a-number");
    rows.put("sigmoid_cross_entropy_with_logits", "cross-entropy.sigmoid.special");
    rows.put("smooth_labels", "cross-entropy.smooth-labels.special");
    rows.put("reduce_loss", "cross-entropy.reduce.not-a-number");
    rows.put("masked_softmax", "masking.masked_softmax.special");
    rows.put("kl_divergence_target_gradient", "gradients.kl-target.not-a-number");
    return rows;
  }
}
