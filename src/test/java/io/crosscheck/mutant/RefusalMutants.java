package io.crosscheck.mutant;

import static io.crosscheck.operation.RefusalCode.INVALID_ATTRIBUTE;
import static io.crosscheck.operation.RefusalCode.INVALID_AXIS;
import static io.crosscheck.operation.RefusalCode.INVALID_DTYPE;
import static io.crosscheck.operation.RefusalCode.INVALID_LENGTH;
import static io.crosscheck.operation.RefusalCode.INVALID_SHAPE;
import static io.crosscheck.operation.RefusalCode.LABEL_OUT_OF_RANGE;
import static io.crosscheck.operation.RefusalCode.MISSING_INPUT;

import io.crosscheck.operation.RefusalCode;
import java.util.List;

/** Implementations that take what they should refuse, one kind of mistake each. */
final class RefusalMutants {

  private RefusalMutants() {}

  static List<Mutant> all() {
    return List.of(
        // B034: the axis is never looked at.
        accepts(INVALID_AXIS, "softmax", "softmax.refusals.axis"),
        // B025: True is an axis.
        accepts(INVALID_ATTRIBUTE, "softmax", "softmax.refusals.attribute"),
        accepts(INVALID_DTYPE, "softmax", "softmax.refusals.dtype"),
        accepts(MISSING_INPUT, "softmax", "softmax.refusals.missing_input"),
        accepts(INVALID_AXIS, "log_softmax", "softmax.log_softmax.refusals"),
        accepts(MISSING_INPUT, "log_softmax", "softmax.log_softmax.refusals"),
        accepts(INVALID_AXIS, "log_sum_exp", "softmax.log_sum_exp.refusals"),
        accepts(INVALID_DTYPE, "sigmoid", "softmax.sigmoid.refusals"),
        accepts(INVALID_AXIS, "one_hot", "one-hot.axis.range"),
        accepts(INVALID_ATTRIBUTE, "one_hot", "one-hot.range.depth"),
        accepts(INVALID_DTYPE, "one_hot", "one-hot.range.refusals"),
        accepts(INVALID_AXIS, "categorical_cross_entropy", "cross-entropy.axis.range"),
        accepts(INVALID_SHAPE, "categorical_cross_entropy", "cross-entropy.categorical.shape"),
        accepts(INVALID_DTYPE, "categorical_cross_entropy", "cross-entropy.categorical.dtype"),
        accepts(MISSING_INPUT, "categorical_cross_entropy", "cross-entropy.categorical.input"),
        accepts(
            INVALID_ATTRIBUTE, "categorical_cross_entropy", "cross-entropy.categorical.attribute"),
        accepts(INVALID_SHAPE, "binary_cross_entropy", "cross-entropy.binary.refusals"),
        accepts(INVALID_ATTRIBUTE, "binary_cross_entropy", "cross-entropy.binary.refusals"),
        // B031: shapes that don't fit are stretched.
        accepts(INVALID_SHAPE, "masked_softmax", "masking.masked_softmax.broadcast"),
        accepts(INVALID_SHAPE, "masked_mean", "masking.masked_mean.refusals"),
        accepts(INVALID_SHAPE, "sequence_loss", "cross-entropy.sequence.refusals"),
        // B002, B006, B007, B060: no label is looked at before it is used.
        accepts(
            LABEL_OUT_OF_RANGE,
            "sparse_softmax_cross_entropy_with_logits",
            "cross-entropy.labels.refused"),
        accepts(
            INVALID_SHAPE,
            "sparse_softmax_cross_entropy_with_logits",
            "cross-entropy.sparse.refusals"),
        accepts(
            INVALID_SHAPE, "softmax_cross_entropy_with_logits", "cross-entropy.softmax.refusals"),
        accepts(
            INVALID_ATTRIBUTE,
            "softmax_cross_entropy_with_logits",
            "cross-entropy.smoothing.range"),
        accepts(
            INVALID_SHAPE, "sigmoid_cross_entropy_with_logits", "cross-entropy.sigmoid.refusals"),
        accepts(INVALID_ATTRIBUTE, "reduce_loss", "cross-entropy.reduce.refusals"),
        accepts(INVALID_ATTRIBUTE, "sequence_mask", "masking.sequence_mask.refusals"),
        // B140: a length of 0 reads the step before the first.
        accepts(INVALID_LENGTH, "last_relevant", "masking.last_relevant.length"),
        accepts(INVALID_SHAPE, "last_relevant", "masking.last_relevant.refusals"),
        accepts(INVALID_AXIS, "argmax", "predictions.argmax.refusals"),
        accepts(
            INVALID_SHAPE,
            "sparse_categorical_accuracy",
            "predictions.sparse_categorical_accuracy.refusals"),
        accepts(MISSING_INPUT, "masked_softmax", "masking.masked_softmax.refusals"));
  }

  private static Mutant accepts(RefusalCode code, String operation, String requirement) {
    return new Mutant(
        "accepts what is " + code.token(),
        operation,
        requirement,
        "expected a refusal",
        Faults.accepting(code));
  }
}
