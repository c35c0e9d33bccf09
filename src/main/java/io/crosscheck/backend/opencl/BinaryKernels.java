package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;

/** Elementwise operations on labels: each element from the device, reduced on the host. */
final class BinaryKernels {

  private final ElementFunctions functions;

  BinaryKernels(Session session) {
    this.functions = new ElementFunctions(session);
  }

  Map<String, Kernel> byOperation() {
    return Map.of(
        "binary_cross_entropy", this::binary,
        "sigmoid_cross_entropy_with_logits", this::sigmoid,
        "sigmoid_cross_entropy_gradient", this::gradient,
        "kl_divergence_target_gradient", this::divergenceTarget,
        "smooth_labels", this::smooth);
  }

  private Tensor binary(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    double alpha = arguments.number("label_smoothing");
    double[] targets = Stretched.smoothed(output.shape(), arguments.input("target"), alpha, 2);
    double[] losses =
        arguments.flag("from_logits")
            ? functions.sigmoidCrossEntropy(targets, output, ones(output))
            : functions.binaryCrossEntropy(targets, output, arguments.number("epsilon"));
    return LossReduction.of(arguments, header, losses);
  }

  private Tensor sigmoid(Arguments arguments, Header header) {
    double[] losses =
        functions.sigmoidCrossEntropy(
            arguments.input("labels").toDoubles(),
            arguments.input("logits"),
            positiveWeights(arguments));
    return LossReduction.of(arguments, header, losses);
  }

  private Tensor gradient(Arguments arguments, Header header) {
    double[] slopes =
        functions.sigmoidGradient(
            arguments.input("labels").toDoubles(),
            arguments.input("logits"),
            positiveWeights(arguments));
    return Tensor.ofNumbers(header.dtype(), header.shape(), slopes);
  }

  private Tensor divergenceTarget(Arguments arguments, Header header) {
    double[] slopes =
        functions.divergenceTargetGradient(arguments.input("target"), arguments.input("output"));
    return Tensor.ofNumbers(header.dtype(), header.shape(), slopes);
  }

  private static double[] positiveWeights(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    return arguments
        .optionalInput("pos_weight")
        .map(q -> Stretched.to(logits.shape(), q))
        .orElseGet(() -> ones(logits));
  }

  private Tensor smooth(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    double alpha = arguments.number("alpha");
    if (alpha == 0) {
      return labels;
    }
    int classes = labels.shape().length(arguments.axis(labels.shape()));
    double[] smoothed = functions.smoothLabels(labels, 1 - alpha, alpha / classes);
    return Tensor.ofNumbers(header.dtype(), header.shape(), smoothed);
  }

  private static double[] ones(Tensor like) {
    double[] ones = new double[like.size()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
