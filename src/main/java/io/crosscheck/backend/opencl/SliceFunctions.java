package io.crosscheck.backend.opencl;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/**
 * Functions of slices, computed on the device; results are numbers of the precision of the dtype.
 * Empty tensors and empty slices are answered here: a device is asked nothing about nothing.
 */
final class SliceFunctions {

  private final Session session;

  SliceFunctions(Session session) {
    this.session = session;
  }

  /** The kernel {@code name} ({@code softmax} or {@code log_softmax}) for every element. */
  double[] elements(String name, DType dtype, double[] logits, Slices slices) {
    if (logits.length == 0) {
      return logits;
    }
    try (Call call = call(name, dtype)) {
      return call.reals(logits).overSlices(slices, logits.length);
    }
  }

  /** The kernel {@code name} of two tensors of one shape, for every element. */
  double[] elements(String name, DType dtype, double[] first, double[] second, Slices slices) {
    if (second.length == 0) {
      return second;
    }
    try (Call call = call(name, dtype)) {
      return call.reals(first).reals(second).overSlices(slices, second.length);
    }
  }

  /** The derivative of {@link #probabilityCrossEntropy} for every output. */
  double[] probabilityGradient(Tensor target, Tensor output, Slices slices, double epsilon) {
    if (output.size() == 0) {
      return new double[0];
    }
    try (Call call = call("categorical_cross_entropy_gradient", output.dtype())) {
      call.reals(target.toDoubles()).reals(output.toDoubles());
      Clip clip = Clip.of(epsilon, Precision.of(output.dtype()));
      call.real(clip.low()).real(clip.high());
      return call.overSlices(slices, output.size());
    }
  }

  /** ln Σ exp of each slice, −Infinity for an empty one. */
  double[] logSumExp(Tensor logits, Slices slices) {
    if (logits.size() == 0) {
      return filled(slices, Double.NEGATIVE_INFINITY);
    }
    try (Call call = call("log_sum_exp", logits.dtype())) {
      return call.reals(logits.toDoubles()).overSlices(slices, slices.count());
    }
  }

  /** −Σ t·log_softmax(x) of each slice, 0 for an empty one. */
  double[] crossEntropy(double[] targets, Tensor logits, Slices slices) {
    if (logits.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("softmax_cross_entropy", logits.dtype())) {
      return call.reals(targets).reals(logits.toDoubles()).overSlices(slices, slices.count());
    }
  }

  /** −log_softmax(x) at one class of each slice; 0 for a class of −1. */
  double[] sparseCrossEntropy(int[] classes, Tensor logits, Slices slices) {
    if (logits.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("sparse_softmax_cross_entropy", logits.dtype())) {
      return call.ints(classes).reals(logits.toDoubles()).overSlices(slices, slices.count());
    }
  }

  /** −Σ t·ln clip(o/Σo) of each slice, 0 for an empty one. */
  double[] probabilityCrossEntropy(double[] targets, Tensor output, Slices slices, double epsilon) {
    if (output.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("categorical_cross_entropy", output.dtype())) {
      call.reals(targets).reals(output.toDoubles());
      Clip.of(epsilon, Precision.of(output.dtype())).pass(call);
      return call.overSlices(slices, slices.count());
    }
  }

  /** −ln clip(o/Σo) at one class of each slice; 0 for a class of −1. */
  double[] sparseProbabilityCrossEntropy(
      int[] classes, Tensor output, Slices slices, double epsilon) {
    if (output.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("sparse_categorical_cross_entropy", output.dtype())) {
      call.ints(classes).reals(output.toDoubles());
      Clip.of(epsilon, Precision.of(output.dtype())).pass(call);
      return call.overSlices(slices, slices.count());
    }
  }

  /** −Σ t·(1−p)^γ·log_softmax(x) of each slice, 0 for an empty one. */
  double[] focalCrossEntropy(Tensor target, Tensor logits, Slices slices, double gamma) {
    if (logits.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("focal_cross_entropy", logits.dtype())) {
      call.reals(target.toDoubles()).reals(logits.toDoubles()).real(gamma);
      return call.overSlices(slices, slices.count());
    }
  }

  /** Σ t·ln(t/o) of each slice, 0 for an empty one. */
  double[] divergence(Tensor target, Tensor output, Slices slices) {
    if (output.size() == 0) {
      return filled(slices, 0);
    }
    try (Call call = call("kl_divergence", output.dtype())) {
      call.reals(target.toDoubles()).reals(output.toDoubles());
      return call.overSlices(slices, slices.count());
    }
  }

  /** Σwv/Σw of each slice, each weight shared by {@code features} neighbours; NaN if Σw is 0. */
  double[] weightedMean(Tensor values, double[] weights, int features, Slices slices) {
    if (values.size() == 0) {
      return filled(slices, Double.NaN);
    }
    try (Call call = call("weighted_mean", values.dtype())) {
      call.reals(values.toDoubles()).reals(weights).integer(features);
      return call.overSlices(slices, slices.count());
    }
  }

  private Call call(String kernel, DType dtype) {
    return session.call(Precision.of(dtype), kernel);
  }

  private static double[] filled(Slices slices, double value) {
    double[] result = new double[slices.count()];
    Arrays.fill(result, value);
    return result;
  }
}
