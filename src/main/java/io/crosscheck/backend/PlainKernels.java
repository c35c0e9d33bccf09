package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operations of the built-in backends, made of a backend's exponentials and of plain loops in
 * double. Every choice is taken at the reference's own value.
 */
public final class PlainKernels {

  private static final Set<DType> FLOATS =
      Set.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);
  // Their dtype is the one asked for, whatever the input's.
  private static final Set<String> ANY_DTYPE = Set.of("one_hot", "sequence_mask", "causal_mask");

  private PlainKernels() {}

  /** A kernel for each operation that can be made of {@code exponentials}. */
  public static Map<String, Kernel> of(Exponentials exponentials) {
    Map<String, Kernel> kernels = new TreeMap<>();
    kernels.put("softmax", (a, h) -> softmax(exponentials, a, h));
    kernels.put("log_softmax", (a, h) -> logSoftmax(exponentials, a, h));
    kernels.put("log_sum_exp", (a, h) -> logSumExp(exponentials, a, h));
    kernels.put("sigmoid", (a, h) -> Results.of(h, exponentials.sigmoid(a.input("logits"))));
    MaskedKernels masked = new MaskedKernels(exponentials);
    kernels.put("masked_softmax", masked::softmax);
    kernels.put("sequence_loss", masked::sequenceLoss);
    CategoricalLosses losses = new CategoricalLosses(exponentials);
    kernels.put("softmax_cross_entropy_with_logits", losses::dense);
    kernels.put("sparse_softmax_cross_entropy_with_logits", losses::sparse);
    kernels.put("categorical_cross_entropy", losses::categorical);
    kernels.put("focal_cross_entropy", new FocalLoss(exponentials));
    Gradients gradients = new Gradients(exponentials);
    kernels.put("softmax_gradient", gradients::softmax);
    kernels.put("log_softmax_gradient", gradients::logSoftmax);
    kernels.put("softmax_cross_entropy_gradient", gradients::dense);
    kernels.put("sparse_softmax_cross_entropy_gradient", gradients::sparse);
    kernels.put("masked_softmax_gradient", gradients::maskedSoftmax);
    kernels.putAll(plain());
    return kernels;
  }

  /** Kernels that need no exponential of a slice. */
  public static Map<String, Kernel> plain() {
    Map<String, Kernel> kernels = new TreeMap<>();
    kernels.put("one_hot", ExactKernels::oneHot);
    kernels.put("sequence_mask", ExactKernels::sequenceMask);
    kernels.put("causal_mask", ExactKernels::causalMask);
    kernels.put("last_relevant", ExactKernels::lastRelevant);
    kernels.put("select_steps", ExactKernels::selectSteps);
    kernels.put("argmax", ExactKernels::argmax);
    kernels.put("categorical_accuracy", ExactKernels::categoricalAccuracy);
    kernels.put("sparse_categorical_accuracy", ExactKernels::sparseCategoricalAccuracy);
    kernels.put("binary_accuracy", ExactKernels::binaryAccuracy);
    kernels.put("masked_mean", MaskedKernels::mean);
    kernels.put("reduce_loss", Reductions::reduceLoss);
    kernels.put("binary_cross_entropy", BinaryLosses::binary);
    kernels.put("sigmoid_cross_entropy_with_logits", BinaryLosses::sigmoid);
    kernels.put("sparse_categorical_cross_entropy", CategoricalLosses::sparseCategorical);
    kernels.put("negative_log_likelihood", LikelihoodLosses::negativeLogLikelihood);
    kernels.put("kl_divergence", LikelihoodLosses::klDivergence);
    kernels.put("smooth_labels", SmoothedLabels::smooth);
    kernels.put("sigmoid_cross_entropy_gradient", Gradients::sigmoid);
    kernels.put("categorical_cross_entropy_gradient", Gradients::categorical);
    kernels.put("kl_divergence_target_gradient", Gradients::divergenceTarget);
    return kernels;
  }

  /** The dtypes that these kernels compute each operation in. */
  public static Map<String, Set<DType>> claims(Map<String, Kernel> kernels) {
    Map<String, Set<DType>> claims = new TreeMap<>();
    for (String name : kernels.keySet()) {
      claims.put(name, ANY_DTYPE.contains(name) ? EnumSet.allOf(DType.class) : FLOATS);
    }
    return claims;
  }

  private static Tensor softmax(Exponentials exponentials, Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    return Results.of(header, exponentials.softmax(logits, slices(arguments, logits)));
  }

  private static Tensor logSoftmax(Exponentials exponentials, Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices slices = slices(arguments, logits);
    LogSums sums = exponentials.logSums(logits, slices);
    double[] result = new double[logits.size()];
    for (int s = 0; s < slices.count(); s++) {
      for (int k = 0; k < slices.length(); k++) {
        int i = slices.index(s, k);
        result[i] = sums.logProbability(s, logits.number(i));
      }
    }
    return Results.of(header, result);
  }

  private static Tensor logSumExp(Exponentials exponentials, Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    LogSums sums = exponentials.logSums(logits, slices(arguments, logits));
    double[] result = new double[sums.slices().count()];
    for (int s = 0; s < result.length; s++) {
      result[s] = sums.logSumExp(s);
    }
    return Results.of(header, result);
  }

  private static Slices slices(Arguments arguments, Tensor logits) {
    return Slices.of(logits.shape(), arguments.axis(logits.shape()));
  }
}
