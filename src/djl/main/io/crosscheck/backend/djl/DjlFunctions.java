package io.crosscheck.backend.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * DJL's function for each operation that has one, its arguments passed on as they are. Its losses
 * are the mean of everything: they answer for a mean, and for a single example whatever the
 * reduction. Gradients are its gradient collector's.
 */
final class DjlFunctions {

  static final Map<String, BiFunction<NDManager, Arguments, NDArray>> BY_OPERATION =
      new TreeMap<>();

  static {
    BY_OPERATION.put("softmax", (m, a) -> input("logits", m, a).softmax(axis(a)));
    BY_OPERATION.put("log_softmax", (m, a) -> input("logits", m, a).logSoftmax(axis(a)));
    BY_OPERATION.put("sigmoid", (m, a) -> Activation.sigmoid(input("logits", m, a)));
    BY_OPERATION.put("argmax", DjlFunctions::argMax);
    BY_OPERATION.put("one_hot", DjlFunctions::oneHot);
    BY_OPERATION.put("softmax_cross_entropy_with_logits", DjlFunctions::crossEntropy);
    BY_OPERATION.put("sparse_softmax_cross_entropy_with_logits", DjlFunctions::sparseCrossEntropy);
    BY_OPERATION.put("negative_log_likelihood", DjlFunctions::negativeLogLikelihood);
    BY_OPERATION.put("sigmoid_cross_entropy_with_logits", DjlFunctions::sigmoidCrossEntropy);
    BY_OPERATION.put("binary_cross_entropy", DjlFunctions::binaryCrossEntropy);
    BY_OPERATION.put("softmax_gradient", (m, a) -> weighted(x -> x.softmax(axis(a)), m, a));
    BY_OPERATION.put("log_softmax_gradient", (m, a) -> weighted(x -> x.logSoftmax(axis(a)), m, a));
    BY_OPERATION.put("softmax_cross_entropy_gradient", DjlFunctions::crossEntropyGradient);
    BY_OPERATION.put("sparse_softmax_cross_entropy_gradient", DjlFunctions::sparseGradient);
    BY_OPERATION.put("sigmoid_cross_entropy_gradient", DjlFunctions::sigmoidGradient);
  }

  private DjlFunctions() {}

  private static NDArray input(String name, NDManager manager, Arguments arguments) {
    return DjlTensors.of(manager, arguments.input(name));
  }

  private static int axis(Arguments arguments) {
    return int32(arguments.integer("axis"));
  }

  private static int int32(long value) {
    if (value != (int) value) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE, value + " is no int, which DJL takes");
    }
    return (int) value;
  }

  private static NDArray argMax(NDManager manager, Arguments arguments) {
    if (arguments.flag("keep_dims")) {
      throw new UnsupportedOperationException("argMax has no keep_dims");
    }
    return input("values", manager, arguments).argMax(axis(arguments));
  }

  private static NDArray oneHot(NDManager manager, Arguments arguments) {
    NDArray indices = input("indices", manager, arguments);
    if (axis(arguments) != -1 && axis(arguments) != indices.getShape().dimension()) {
      throw new UnsupportedOperationException("oneHot makes a new last axis");
    }
    if (!arguments.has("depth")) {
      throw new RefusedException(RefusalCode.INVALID_ATTRIBUTE, "no depth; oneHot needs one");
    }
    int depth = int32(arguments.integer("depth"));
    float on = (float) arguments.number("on_value");
    float off = (float) arguments.number("off_value");
    DType dtype = DType.ofToken(arguments.text("dtype")).orElseThrow();
    return on == 1 && off == 0
        ? indices.oneHot(depth, DjlTensors.type(dtype))
        : indices.oneHot(depth, on, off, DjlTensors.type(dtype));
  }

  private static NDArray crossEntropy(NDManager manager, Arguments arguments) {
    withoutSmoothing(arguments);
    meanOrSingle("logits", 1, arguments);
    return evaluate(
        softmaxLoss(false, true, arguments),
        input("labels", manager, arguments),
        input("logits", manager, arguments));
  }

  private static NDArray sparseCrossEntropy(NDManager manager, Arguments arguments) {
    withoutSmoothing(arguments);
    withoutWeights(arguments);
    meanOrSingle("logits", 1, arguments);
    return evaluate(
        softmaxLoss(true, true, arguments),
        input("labels", manager, arguments),
        input("logits", manager, arguments));
  }

  /** What is said not to be logits is taken for log-probabilities. */
  private static NDArray negativeLogLikelihood(NDManager manager, Arguments arguments) {
    withoutWeights(arguments);
    meanOrSingle("log_probabilities", 1, arguments);
    return evaluate(
        softmaxLoss(true, false, arguments),
        input("labels", manager, arguments),
        input("log_probabilities", manager, arguments));
  }

  private static NDArray sigmoidCrossEntropy(NDManager manager, Arguments arguments) {
    withoutPositiveWeight(arguments);
    meanOrSingle("logits", 0, arguments);
    return evaluate(
        sigmoidLoss(false),
        input("labels", manager, arguments),
        input("logits", manager, arguments));
  }

  private static NDArray binaryCrossEntropy(NDManager manager, Arguments arguments) {
    withoutSmoothing(arguments);
    if (!arguments.isDefault("epsilon")) {
      throw new UnsupportedOperationException("the loss adds 1e-12 for an epsilon");
    }
    meanOrSingle("output", 0, arguments);
    return evaluate(
        sigmoidLoss(!arguments.flag("from_logits")),
        input("target", manager, arguments),
        input("output", manager, arguments));
  }

  private static Loss softmaxLoss(boolean sparse, boolean fromLogit, Arguments arguments) {
    return new SoftmaxCrossEntropyLoss("loss", 1, axis(arguments), sparse, fromLogit);
  }

  private static Loss sigmoidLoss(boolean fromSigmoid) {
    return new SigmoidBinaryCrossEntropyLoss("loss", 1, fromSigmoid);
  }

  private static NDArray evaluate(Loss loss, NDArray labels, NDArray predictions) {
    return loss.evaluate(new NDList(labels), new NDList(predictions));
  }

  private static void withoutSmoothing(Arguments arguments) {
    if (arguments.number("label_smoothing") != 0) {
      throw new UnsupportedOperationException("the loss has no label_smoothing");
    }
  }

  private static void withoutWeights(Arguments arguments) {
    if (arguments.has("ignore_index") || arguments.optionalInput("class_weights").isPresent()) {
      throw new UnsupportedOperationException("the loss has no class_weights and ignore_index");
    }
  }

  private static void withoutPositiveWeight(Arguments arguments) {
    if (arguments.optionalInput("pos_weight").isPresent()) {
      throw new UnsupportedOperationException("the loss has no pos_weight");
    }
  }

  /** A mean, or predictions of the rank that those of one example have. */
  private static void meanOrSingle(String predictions, int rank, Arguments arguments) {
    boolean single = arguments.input(predictions).shape().rank() <= rank;
    if (!single && !arguments.text("reduction").equals("mean")) {
      throw meanOnly();
    }
  }

  private static UnsupportedOperationException meanOnly() {
    return new UnsupportedOperationException("the loss is the mean of everything");
  }

  private static NDArray weighted(
      UnaryOperator<NDArray> function, NDManager manager, Arguments arguments) {
    NDArray weights = input("output_gradient", manager, arguments);
    return gradient(x -> function.apply(x).mul(weights), manager, arguments);
  }

  private static NDArray crossEntropyGradient(NDManager manager, Arguments arguments) {
    NDArray labels = input("labels", manager, arguments);
    single(1, arguments);
    return gradient(
        x -> evaluate(softmaxLoss(false, true, arguments), labels, x), manager, arguments);
  }

  private static NDArray sparseGradient(NDManager manager, Arguments arguments) {
    withoutWeights(arguments);
    single(1, arguments);
    NDArray labels = input("labels", manager, arguments);
    return gradient(
        x -> evaluate(softmaxLoss(true, true, arguments), labels, x), manager, arguments);
  }

  private static NDArray sigmoidGradient(NDManager manager, Arguments arguments) {
    withoutPositiveWeight(arguments);
    single(0, arguments);
    NDArray labels = input("labels", manager, arguments);
    return gradient(x -> evaluate(sigmoidLoss(false), labels, x), manager, arguments);
  }

  /** The derivative of a mean is that of the loss for one example alone. */
  private static void single(int rank, Arguments arguments) {
    if (arguments.input("logits").shape().rank() > rank) {
      throw meanOnly();
    }
  }

  private static NDArray gradient(
      UnaryOperator<NDArray> function, NDManager manager, Arguments arguments) {
    NDArray logits = input("logits", manager, arguments);
    logits.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(function.apply(logits));
    }
    return logits.getGradient();
  }
}
