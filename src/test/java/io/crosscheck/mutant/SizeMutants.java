package io.crosscheck.mutant;

import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Faults that show only in large tensors, so that the full tier has to be asked. */
final class SizeMutants {

  private static final int INDICES = 1 << 16;

  private SizeMutants() {}

  static List<Mutant> all() {
    return Stream.concat(
            Stream.of(
                result("log_softmax", "softmax.log_softmax.vocabulary"),
                result("sigmoid", "softmax.sigmoid.many"),
                result("masked_softmax", "masking.masked_softmax.vocabulary"),
                result("masked_softmax_gradient", "gradients.masked.vocabulary"),
                result("categorical_cross_entropy_gradient", "gradients.categorical.vocabulary"),
                result("sparse_softmax_cross_entropy_gradient", "gradients.sparse.vocabulary")),
            Stream.of(
                input("log_sum_exp", "logits", "softmax.log_sum_exp.vocabulary"),
                input(
                    "categorical_cross_entropy", "output", "cross-entropy.categorical.vocabulary"),
                input(
                    "softmax_cross_entropy_with_logits",
                    "logits",
                    "cross-entropy.conformance.vocabulary"),
                input(
                    "sparse_softmax_cross_entropy_with_logits",
                    "logits",
                    "cross-entropy.sparse.vocabulary")))
        .toList();
  }

  private static Mutant result(String operation, String requirement) {
    return Mutant.needingSize(
        "the result is written by an index of 16 bits",
        operation,
        requirement,
        "err/bound",
        (honest, request) -> Honest.mapping(honest.answer(request), SizeMutants::wrapped));
  }

  private static Mutant input(String operation, String input, String requirement) {
    return Mutant.needingSize(
        input + " are read by an index of 16 bits",
        operation,
        requirement,
        "err/bound",
        (honest, request) -> honest.withInput(request, input, SizeMutants::wrapped));
  }

  private static Tensor wrapped(Tensor x) {
    double[] y = x.toDoubles();
    for (int i = INDICES; i < y.length; i++) {
      y[i] = y[i % INDICES];
    }
    return Tensor.ofNumbers(x.dtype(), x.shape(), y);
  }
}
