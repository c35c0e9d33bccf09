package io.crosscheck.backend.opencl;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;

/** Functions of single elements, computed on the device; empty tensors never get there. */
final class ElementFunctions {

  private final Session session;

  ElementFunctions(Session session) {
    this.session = session;
  }

  /** 1/(1+exp(−x)). */
  double[] sigmoid(Tensor logits) {
    if (logits.size() == 0) {
      return new double[0];
    }
    try (Call call = call("sigmoid", logits.dtype())) {
      return call.reals(logits.toDoubles()).overElements(logits.size());
    }
  }

  /** q·z·softplus(−x) + (1−z)·softplus(x). */
  double[] sigmoidCrossEntropy(double[] labels, Tensor logits, double[] positiveWeights) {
    if (logits.size() == 0) {
      return new double[0];
    }
    try (Call call = call("sigmoid_cross_entropy", logits.dtype())) {
      call.reals(labels).reals(logits.toDoubles()).reals(positiveWeights);
      return call.overElements(logits.size());
    }
  }

  /** (1−z)·σ(x) − q·z·σ(−x). */
  double[] sigmoidGradient(double[] labels, Tensor logits, double[] positiveWeights) {
    if (logits.size() == 0) {
      return new double[0];
    }
    try (Call call = call("sigmoid_cross_entropy_gradient", logits.dtype())) {
      call.reals(labels).reals(logits.toDoubles()).reals(positiveWeights);
      return call.overElements(logits.size());
    }
  }

  /** ln(t/o) + 1. */
  double[] divergenceTargetGradient(Tensor target, Tensor output) {
    if (output.size() == 0) {
      return new double[0];
    }
    try (Call call = call("kl_divergence_target_gradient", output.dtype())) {
      return call.reals(target.toDoubles()).reals(output.toDoubles()).overElements(output.size());
    }
  }

  /** −t·ln p − (1−t)·ln(1−p), p clipped. */
  double[] binaryCrossEntropy(double[] targets, Tensor output, double epsilon) {
    if (output.size() == 0) {
      return new double[0];
    }
    try (Call call = call("binary_cross_entropy", output.dtype())) {
      call.reals(targets).reals(output.toDoubles());
      Clip.of(epsilon, Precision.of(output.dtype())).pass(call);
      return call.overElements(output.size());
    }
  }

  /** kept·t + added. */
  double[] smoothLabels(Tensor labels, double kept, double added) {
    if (labels.size() == 0) {
      return new double[0];
    }
    try (Call call = call("smooth_labels", labels.dtype())) {
      call.reals(labels.toDoubles()).real(kept).real(added);
      return call.overElements(labels.size());
    }
  }

  private Call call(String kernel, DType dtype) {
    return session.call(Precision.of(dtype), kernel);
  }
}
