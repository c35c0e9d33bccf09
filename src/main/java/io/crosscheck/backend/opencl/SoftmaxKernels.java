package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Map;

/** softmax, log_softmax, log_sum_exp, sigmoid and masked_softmax. */
final class SoftmaxKernels {

  private final SliceFunctions slices;
  private final ElementFunctions elements;

  SoftmaxKernels(Session session) {
    this.slices = new SliceFunctions(session);
    this.elements = new ElementFunctions(session);
  }

  Map<String, Kernel> byOperation() {
    return Map.of(
        "softmax", (a, h) -> elements("softmax", a, h),
        "log_softmax", (a, h) -> elements("log_softmax", a, h),
        "log_sum_exp", this::logSumExp,
        "sigmoid", (a, h) -> tensor(h, elements.sigmoid(a.input("logits"))),
        "masked_softmax", this::masked);
  }

  private Tensor elements(String name, Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices along = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    return tensor(header, slices.elements(name, logits.dtype(), logits.toDoubles(), along));
  }

  private Tensor logSumExp(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices along = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    return tensor(header, slices.logSumExp(logits, along));
  }

  /** Masked logits become −Infinity: they weigh 0, and nothing kept is NaN, as for softmax. */
  private Tensor masked(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices along = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    double[] kept = Stretched.to(logits.shape(), arguments.input("mask"));
    double[] visible = logits.toDoubles();
    for (int i = 0; i < visible.length; i++) {
      visible[i] = kept[i] == 0 ? Double.NEGATIVE_INFINITY : visible[i];
    }
    DType dtype = logits.dtype();
    double[] result = slices.elements("softmax", dtype, visible, along);
    for (int s = 0; s < along.count(); s++) {
      clearMasked(result, kept, along, s);
    }
    return tensor(header, result);
  }

  /** A NaN among the kept makes the slice NaN, but not its masked positions. */
  static void clearMasked(double[] result, double[] kept, Slices along, int s) {
    boolean any = false;
    for (int k = 0; k < along.length(); k++) {
      any |= kept[along.index(s, k)] != 0;
    }
    for (int k = 0; any && k < along.length(); k++) {
      int i = along.index(s, k);
      result[i] = kept[i] == 0 ? 0 : result[i];
    }
  }

  private static Tensor tensor(Header header, double[] values) {
    return Tensor.ofNumbers(header.dtype(), header.shape(), values);
  }
}
