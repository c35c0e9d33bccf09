package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;

/** Cross-entropies of dense labels: one loss per slice from the device, reduced on the host. */
final class CategoricalKernels {

  private final SliceFunctions functions;

  CategoricalKernels(Session session) {
    this.functions = new SliceFunctions(session);
  }

  Map<String, Kernel> byOperation() {
    return Map.of(
        "softmax_cross_entropy_with_logits",
        (a, h) -> ofLogits(a, h, a.input("labels"), a.input("logits")),
        "categorical_cross_entropy",
        this::categorical,
        "focal_cross_entropy",
        this::focal,
        "kl_divergence",
        this::divergence);
  }

  private Tensor categorical(Arguments arguments, Header header) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    if (arguments.flag("from_logits")) {
      return ofLogits(arguments, header, target, output);
    }
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    double[] targets = targets(arguments, target, output, slices);
    double epsilon = arguments.number("epsilon");
    double[] losses = functions.probabilityCrossEntropy(targets, output, slices, epsilon);
    return LossReduction.of(arguments, header, losses);
  }

  private Tensor focal(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    double[] losses =
        functions.focalCrossEntropy(
            arguments.input("target"), logits, slices, arguments.number("gamma"));
    double alpha = arguments.number("alpha");
    Arrays.setAll(losses, s -> alpha * losses[s]);
    return Tensor.ofNumbers(header.dtype(), header.shape(), losses);
  }

  private Tensor divergence(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    double[] divergences = functions.divergence(arguments.input("target"), output, slices);
    return Tensor.ofNumbers(header.dtype(), header.shape(), divergences);
  }

  private Tensor ofLogits(Arguments arguments, Header header, Tensor labels, Tensor logits) {
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    double[] targets = targets(arguments, labels, logits, slices);
    return LossReduction.of(arguments, header, functions.crossEntropy(targets, logits, slices));
  }

  private static double[] targets(
      Arguments arguments, Tensor labels, Tensor scores, Slices slices) {
    double alpha = arguments.number("label_smoothing");
    return Stretched.smoothed(scores.shape(), labels, alpha, slices.length());
  }
}
