package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** Derivatives of softmax and of the cross-entropies over classes. */
final class GradientKernels {

  private final SliceFunctions functions;

  GradientKernels(Session session) {
    this.functions = new SliceFunctions(session);
  }

  Map<String, Kernel> byOperation() {
    return Map.of(
        "softmax_gradient", this::softmax,
        "masked_softmax_gradient", this::masked,
        "log_softmax_gradient", this::logSoftmax,
        "softmax_cross_entropy_gradient", this::dense,
        "sparse_softmax_cross_entropy_gradient", this::sparse,
        "categorical_cross_entropy_gradient", this::categorical);
  }

  private Tensor softmax(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    double[] gradient = arguments.input("output_gradient").toDoubles();
    return tensor(
        header,
        functions.elements(
            "softmax_gradient", logits.dtype(), gradient, logits.toDoubles(), along(arguments)));
  }

  /** Masked positions weigh 0 and have no gradient; nothing kept is NaN, as for softmax. */
  private Tensor masked(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices along = along(arguments);
    double[] kept = Stretched.to(logits.shape(), arguments.input("mask"));
    double[] visible = logits.toDoubles();
    double[] gradient = arguments.input("output_gradient").toDoubles();
    for (int i = 0; i < visible.length; i++) {
      visible[i] = kept[i] == 0 ? Double.NEGATIVE_INFINITY : visible[i];
      gradient[i] = kept[i] == 0 ? 0 : gradient[i];
    }
    double[] result =
        functions.elements("softmax_gradient", logits.dtype(), gradient, visible, along);
    for (int s = 0; s < along.count(); s++) {
      SoftmaxKernels.clearMasked(result, kept, along, s);
    }
    return tensor(header, result);
  }

  private Tensor logSoftmax(Arguments arguments, Header header) {
    double[] gradient = arguments.input("output_gradient").toDoubles();
    double[] result = scaledSoftmax(arguments, gradient);
    for (int i = 0; i < result.length; i++) {
      result[i] = 0 - result[i];
    }
    return tensor(header, result);
  }

  private Tensor dense(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    return tensor(
        header, scaledSoftmax(arguments, Stretched.to(arguments.input("logits").shape(), labels)));
  }

  /** The weight of the label's class at its place, and 0 for a label that is ignored. */
  private Tensor sparse(Arguments arguments, Header header) {
    Tensor labels = arguments.input("labels");
    Slices along = along(arguments);
    Optional<Tensor> weights = arguments.optionalInput("class_weights");
    Optional<Object> ignored = arguments.optionalAttribute("ignore_index");
    double[] hot = new double[arguments.input("logits").size()];
    for (int s = 0; s < along.count(); s++) {
      int label = (int) labels.integer(s);
      if (!isIgnored(labels, s, ignored)) {
        hot[along.index(s, label)] = weights.isEmpty() ? 1 : weights.get().number(label);
      }
    }
    double[] result = scaledSoftmax(arguments, hot);
    for (int s = 0; s < along.count(); s++) {
      if (isIgnored(labels, s, ignored)) {
        along.scatter(new double[along.length()], s, result);
      }
    }
    return tensor(header, result);
  }

  private static boolean isIgnored(Tensor labels, int s, Optional<Object> ignored) {
    return ignored.isPresent() && ignored.get().equals(labels.integer(s));
  }

  private Tensor categorical(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Slices along = Slices.of(output.shape(), arguments.axis(output.shape()));
    double epsilon = arguments.number("epsilon");
    return tensor(
        header, functions.probabilityGradient(arguments.input("target"), output, along, epsilon));
  }

  private double[] scaledSoftmax(Arguments arguments, double[] labels) {
    Tensor logits = arguments.input("logits");
    return functions.elements(
        "scaled_softmax", logits.dtype(), labels, logits.toDoubles(), along(arguments));
  }

  private static Slices along(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    return Slices.of(logits.shape(), arguments.axis(logits.shape()));
  }

  private static Tensor tensor(Header header, double[] values) {
    return Tensor.ofNumbers(header.dtype(), header.shape(), values);
  }
}
