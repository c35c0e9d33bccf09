package io.crosscheck.verdict;

import io.crosscheck.tensor.Tensor;

/**
 * The operations of the catalogue, for {@link ConformsTo#conformsTo}: one factory each, named in
 * lowerCamelCase and taking the required inputs in the order of the signature. Inputs are {@link
 * Tensor}s or Java arrays as {@link Computation} says; a ragged array is refused with an {@link
 * IllegalArgumentException}. Optional inputs and attributes are set on the computation and have the
 * specification's defaults otherwise.
 */
public final class Operations {

  private Operations() {}

  /** exp(x_i) / Σ exp(x_k) over each slice; {@code axis} -1. The result has the logits' shape. */
  public static Computation softmax(Object logits) {
    return Computation.of("softmax", logits);
  }

  /** x_i − ln Σ exp(x_k) over each slice; {@code axis} -1. The result has the logits' shape. */
  public static Computation logSoftmax(Object logits) {
    return Computation.of("log_softmax", logits);
  }

  /** ln Σ exp(x_k), one for each slice; {@code axis} -1, {@code keep_dims} false. */
  public static Computation logSumExp(Object logits) {
    return Computation.of("log_sum_exp", logits);
  }

  /** 1 / (1 + exp(−x)), elementwise. */
  public static Computation sigmoid(Object logits) {
    return Computation.of("sigmoid", logits);
  }

  /**
   * {@code on_value} (1) at each index, {@code off_value} (0) elsewhere, along a new axis of length
   * {@code depth}, which has no default; {@code axis} -1, {@code dtype} float32.
   */
  public static Computation oneHot(Object indices) {
    return Computation.of("one_hot", indices);
  }

  /**
   * −Σ t ln o, one for each slice, of probabilities that are renormalised and clipped, or of
   * logits; {@code from_logits} false, {@code axis} -1, {@code epsilon} 1e-7, {@code
   * label_smoothing} 0, {@code reduction} none.
   */
  public static Computation categoricalCrossEntropy(Object target, Object output) {
    return Computation.of("categorical_cross_entropy", target, output);
  }

  /**
   * −ln o_y, one for each slice of probabilities that are renormalised and clipped, for integer
   * labels; {@code axis} -1, {@code epsilon} 1e-7, {@code ignore_index} unset, {@code reduction}
   * none.
   */
  public static Computation sparseCategoricalCrossEntropy(Object labels, Object output) {
    return Computation.of("sparse_categorical_cross_entropy", labels, output);
  }

  /**
   * −Σ t_j (x_j − ln Σ exp(x_k)), one for each slice; {@code axis} -1, {@code label_smoothing} 0,
   * {@code reduction} none.
   */
  public static Computation softmaxCrossEntropyWithLogits(Object labels, Object logits) {
    return Computation.of("softmax_cross_entropy_with_logits", labels, logits);
  }

  /**
   * w_y (ln Σ exp(x_k) − x_y), one for each slice, for integer labels; optional input {@code
   * class_weights}; {@code axis} -1, {@code ignore_index} unset, {@code label_smoothing} 0, {@code
   * reduction} none.
   */
  public static Computation sparseSoftmaxCrossEntropyWithLogits(Object labels, Object logits) {
    return Computation.of("sparse_softmax_cross_entropy_with_logits", labels, logits);
  }

  /**
   * −w_y l_y, one for each slice of log-probabilities, for integer labels; optional input {@code
   * class_weights}; {@code axis} -1, {@code ignore_index} unset, {@code reduction} none.
   */
  public static Computation negativeLogLikelihood(Object labels, Object logProbabilities) {
    return Computation.of("negative_log_likelihood", labels, logProbabilities);
  }

  /**
   * −t ln p − (1 − t) ln(1 − p), elementwise, of clipped probabilities or of logits; {@code
   * from_logits} false, {@code epsilon} 1e-7, {@code label_smoothing} 0, {@code reduction} none.
   */
  public static Computation binaryCrossEntropy(Object target, Object output) {
    return Computation.of("binary_cross_entropy", target, output);
  }

  /**
   * q z softplus(−x) + (1 − z) softplus(x), elementwise; optional input {@code pos_weight} (q);
   * {@code reduction} none.
   */
  public static Computation sigmoidCrossEntropyWithLogits(Object labels, Object logits) {
    return Computation.of("sigmoid_cross_entropy_with_logits", labels, logits);
  }

  /** Σ t ln(t/o), one for each slice; {@code axis} -1. */
  public static Computation klDivergence(Object target, Object output) {
    return Computation.of("kl_divergence", target, output);
  }

  /**
   * −α Σ t (1 − p)^γ ln p, one for each slice, p the softmax of the logits; {@code axis} -1, {@code
   * alpha} 0.25, {@code gamma} 2.
   */
  public static Computation focalCrossEntropy(Object target, Object logits) {
    return Computation.of("focal_cross_entropy", target, logits);
  }

  /** t (1 − α) + α/K, elementwise; {@code alpha} has no default; {@code axis} -1. */
  public static Computation smoothLabels(Object labels) {
    return Computation.of("smooth_labels", labels);
  }

  /** Losses to one number; optional input {@code weights}; {@code reduction} mean. */
  public static Computation reduceLoss(Object loss) {
    return Computation.of("reduce_loss", loss);
  }

  /**
   * True where the position lies before the length, along a new last axis; {@code maxlen} the
   * largest length, {@code dtype} bool.
   */
  public static Computation sequenceMask(Object lengths) {
    return Computation.of("sequence_mask", lengths);
  }

  /**
   * True where the key isn't after the query, shape [{@code query_length}, {@code key_length}],
   * which have no default; {@code alignment} top_left, {@code dtype} bool.
   */
  public static Computation causalMask() {
    return Computation.of("causal_mask");
  }

  /** softmax over the positions that the bool mask keeps, 0 elsewhere; {@code axis} -1. */
  public static Computation maskedSoftmax(Object logits, Object mask) {
    return Computation.of("masked_softmax", logits, mask);
  }

  /** The mean of values [B, T, …] over the steps that the mask [B, T] keeps; {@code axis} 1. */
  public static Computation maskedMean(Object values, Object mask) {
    return Computation.of("masked_mean", values, mask);
  }

  /** values[b, lengths[b] − 1] of values [B, T, …] and integer lengths [B]. */
  public static Computation lastRelevant(Object values, Object lengths) {
    return Computation.of("last_relevant", values, lengths);
  }

  /** values[b, indices[b]] of values [B, T, …] and integer indices [B]. */
  public static Computation selectSteps(Object values, Object indices) {
    return Computation.of("select_steps", values, indices);
  }

  /**
   * Sparse cross-entropy of logits [B, T, K] and targets [B, T] in each step, weighted by [B, T];
   * {@code average_across_timesteps} and {@code average_across_batch} true.
   */
  public static Computation sequenceLoss(Object logits, Object targets, Object weights) {
    return Computation.of("sequence_loss", logits, targets, weights);
  }

  /** The int64 index of the largest, the first of equals; {@code axis} -1. */
  public static Computation argmax(Object values) {
    return Computation.of("argmax", values);
  }

  /**
   * 1 where the largest output is at the largest target, else 0, for each slice; {@code axis} -1.
   */
  public static Computation categoricalAccuracy(Object target, Object output) {
    return Computation.of("categorical_accuracy", target, output);
  }

  /** 1 where the largest output is at the label, else 0, one for each slice; {@code axis} -1. */
  public static Computation sparseCategoricalAccuracy(Object labels, Object output) {
    return Computation.of("sparse_categorical_accuracy", labels, output);
  }

  /** 1 where (output > threshold) is the target, else 0, elementwise; {@code threshold} 0.5. */
  public static Computation binaryAccuracy(Object target, Object output) {
    return Computation.of("binary_accuracy", target, output);
  }

  /** (g − Σ g·s)·s, s the softmax of the logits; {@code axis} -1. */
  public static Computation softmaxGradient(Object outputGradient, Object logits) {
    return Computation.of("softmax_gradient", outputGradient, logits);
  }

  /** g − s·Σ g, s the softmax of the logits; {@code axis} -1. */
  public static Computation logSoftmaxGradient(Object outputGradient, Object logits) {
    return Computation.of("log_softmax_gradient", outputGradient, logits);
  }

  /** s·Σ t − t, the derivative of the cross-entropy for its logits; {@code axis} -1. */
  public static Computation softmaxCrossEntropyGradient(Object labels, Object logits) {
    return Computation.of("softmax_cross_entropy_gradient", labels, logits);
  }

  /**
   * w·(s − onehot(y)), the derivative of the cross-entropy of integer labels for its logits, with
   * the optional input {@code class_weights}; {@code axis} -1, no {@code ignore_index}.
   */
  public static Computation sparseSoftmaxCrossEntropyGradient(Object labels, Object logits) {
    return Computation.of("sparse_softmax_cross_entropy_gradient", labels, logits);
  }

  /** σ(x) − z, elementwise, with the optional input {@code pos_weight}. */
  public static Computation sigmoidCrossEntropyGradient(Object labels, Object logits) {
    return Computation.of("sigmoid_cross_entropy_gradient", labels, logits);
  }

  /**
   * The derivative of the clipped, renormalised cross-entropy for its probabilities; {@code axis}
   * -1, {@code epsilon} 1e-7.
   */
  public static Computation categoricalCrossEntropyGradient(Object target, Object output) {
    return Computation.of("categorical_cross_entropy_gradient", target, output);
  }

  /** ln(t/o) + 1, elementwise: the derivative of {@link #klDivergence} for its target. */
  public static Computation klDivergenceTargetGradient(Object target, Object output) {
    return Computation.of("kl_divergence_target_gradient", target, output);
  }

  /** softmax_gradient over the positions that the bool mask keeps, 0 elsewhere; {@code axis} -1. */
  public static Computation maskedSoftmaxGradient(
      Object outputGradient, Object logits, Object mask) {
    return Computation.of("masked_softmax_gradient", outputGradient, logits, mask);
  }
}
