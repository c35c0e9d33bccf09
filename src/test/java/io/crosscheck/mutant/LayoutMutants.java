package io.crosscheck.mutant;

import io.crosscheck.backend.Request;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.Predicate;

/**
 * Kernels that are right on full vectors of 16 and read what is left of a row from its start, each
 * in one layout or dtype only: the tables by length, stride and dtype tell them apart.
 */
final class LayoutMutants {

  private static final int LANES = 16;

  private LayoutMutants() {}

  static List<Mutant> all() {
    return List.of(
        leftOver("log_sum_exp", "logits", "softmax.log_sum_exp.lengths", r -> isAlongRows(r)),
        leftOver(
            "categorical_cross_entropy",
            "output",
            "cross-entropy.categorical.strides",
            r -> !isAlongRows(r)),
        leftOver(
            "sparse_categorical_cross_entropy",
            "output",
            "cross-entropy.sparse-categorical.lengths",
            r -> isAlongRows(r)),
        leftOver(
            "sparse_softmax_cross_entropy_with_logits",
            "logits",
            "cross-entropy.sparse.lengths",
            r -> isAlongRows(r) && r.arguments().input("logits").dtype() == DType.BFLOAT16),
        leftOver(
            "masked_softmax", "logits", "masking.masked_softmax.strides", r -> !isAlongRows(r)),
        leftOver("masked_mean", "values", "masking.masked_mean.lengths", r -> true),
        leftOver("argmax", "values", "predictions.argmax.lengths", r -> isAlongRows(r)),
        leftOver(
            "sigmoid_cross_entropy_with_logits",
            "logits",
            "cross-entropy.sigmoid.lengths",
            r -> true),
        leftOver(
            "kl_divergence_target_gradient", "output", "gradients.kl-target.lengths", r -> true),
        leftOver("sequence_loss", "logits", "cross-entropy.sequence.lengths", r -> true),
        new Mutant(
            "labels turned round past five axes",
            "negative_log_likelihood",
            "cross-entropy.negative-log-likelihood.many-axes",
            "exact value",
            (honest, request) ->
                honest.withInput(
                    request, "labels", y -> y.shape().rank() > 5 ? turnedRound(y) : y)));
  }

  private static Mutant leftOver(
      String operation, String input, String requirement, Predicate<Request> where) {
    return new Mutant(
        "what is left of a row read from its start",
        operation,
        requirement,
        "exact value",
        (honest, request) ->
            honest.withInput(
                request, input, x -> x.dtype().isFloat() && where.test(request) ? read(x) : x));
  }

  private static boolean isAlongRows(Request request) {
    Object axis = request.arguments().attributes().get("axis");
    int rank =
        request.arguments().inputs().values().stream()
            .mapToInt(x -> x.shape().rank())
            .max()
            .orElse(0);
    return axis == null || axis.equals(-1L) || axis.equals(rank - 1L);
  }

  /** Each row with the elements past its last full vector replaced by its first ones. */
  private static Tensor read(Tensor x) {
    int rank = x.shape().rank();
    int row = rank == 0 ? 1 : x.shape().length(rank - 1);
    double[] values = x.toDoubles();
    for (int i = 0; row > LANES && i < values.length; i++) {
      int k = i % row;
      int full = row - row % LANES;
      values[i] = x.number(k < full ? i : i - full);
    }
    return Tensor.ofNumbers(x.dtype(), x.shape(), values);
  }

  private static Tensor turnedRound(Tensor labels) {
    long[] given = labels.toLongs();
    long[] values = new long[given.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = given[given.length - 1 - i];
    }
    return Tensor.ofIntegers(labels.dtype(), labels.shape(), values);
  }
}
