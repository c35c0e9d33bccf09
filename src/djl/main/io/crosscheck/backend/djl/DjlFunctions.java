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
import io.crosscheck.tensor.Shape;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * DJL's function for each operation that has one, its arguments passed on as they are. Its losses
 * are the mean of everything: they answer for a mean, and for other reductions and gradients of a
 * sum where there is one loss only. MaskedSoftmaxCrossEntropyLoss, which would be sequence_loss,
 * needs a sequenceMask that no array of the engine has.
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
      throw new RefusedException(RefusalCode.OTHER, value + " is no int, which DJL takes");
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
    reducing(rowLosses(arguments), arguments);
    NDArray labels = input("labels", manager, arguments);
    return evaluate(softmaxLoss(false, true, arguments), labels, logits(manager, arguments));
  }

  private static NDArray sparseCrossEntropy(NDManager manager, Arguments arguments) {
    withoutSmoothing(arguments);
    withoutWeights(arguments);
    reducing(batch(arguments), arguments);
    NDArray labels = input("labels", manager, arguments);
    return evaluate(softmaxLoss(true, true, arguments), labels, logits(manager, arguments));
  }

  /** What is said not to be logits is taken for log-probabilities. */
  private static NDArray negativeLogLikelihood(NDManager manager, Arguments arguments) {
    withoutWeights(arguments);
    reducing(batch(arguments), arguments);
    NDArray logarithms = input("log_probabilities", manager, arguments);
    NDArray labels = input("labels", manager, arguments);
    return evaluate(softmaxLoss(true, false, arguments), labels, logarithms);
  }

  private static NDArray sigmoidCrossEntropy(NDManager manager, Arguments arguments) {
    withoutPositiveWeight(arguments);
    reducing(arguments.input("logits").shape(), arguments);
    NDArray labels = input("labels", manager, arguments);
    return evaluate(sigmoidLoss(false), labels, logits(manager, arguments));
  }

  private static NDArray binaryCrossEntropy(NDManager manager, Arguments arguments) {
    withoutSmoothing(arguments);
    if (!arguments.isDefault("epsilon")) {
      throw new UnsupportedOperationException("the loss has an epsilon of its own, 1e-12");
    }
    reducing(arguments.input("output").shape(), arguments);
    NDArray target = input("target", manager, arguments);
    NDArray output = input("output", manager, arguments);
    return evaluate(sigmoidLoss(!arguments.flag("from_logits")), target, output);
  }

  private static NDArray crossEntropyGradient(NDManager manager, Arguments arguments) {
    single(rowLosses(arguments));
    NDArray labels = input("labels", manager, arguments);
    return gradient(softmaxLoss(false, true, arguments), labels, logits(manager, arguments));
  }

  private static NDArray sparseGradient(NDManager manager, Arguments arguments) {
    withoutWeights(arguments);
    single(batch(arguments));
    NDArray labels = input("labels", manager, arguments);
    return gradient(softmaxLoss(true, true, arguments), labels, logits(manager, arguments));
  }

  private static NDArray sigmoidGradient(NDManager manager, Arguments arguments) {
    withoutPositiveWeight(arguments);
    single(arguments.input("logits").shape());
    NDArray labels = input("labels", manager, arguments);
    return gradient(sigmoidLoss(false), labels, logits(manager, arguments));
  }

  private static NDArray logits(NDManager manager, Arguments arguments) {
    return input("logits", manager, arguments);
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

  private static NDArray gradient(Loss loss, NDArray labels, NDArray logits) {
    logits.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(evaluate(loss, labels, logits));
    }
    return logits.getGradient();
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

  /** The shape of the losses for one slice of classes; for more, a shape of more than one. */
  private static Shape rowLosses(Arguments arguments) {
    Shape shape = arguments.input("logits").shape();
    return shape.rank() <= 1 ? Shape.of() : shape;
  }

  private static Shape batch(Arguments arguments) {
    Shape labels = arguments.input("labels").shape();
    if (labels.rank() == 0) {
      throw new UnsupportedOperationException("the loss takes the labels of a batch");
    }
    return labels;
  }

  private static void reducing(Shape losses, Arguments arguments) {
    boolean same =
        switch (arguments.text("reduction")) {
          case "mean" -> true;
          case "sum" -> losses.size() == 1;
          default -> losses.rank() == 0;
        };
    if (!same) {
      throw meanOnly();
    }
  }

  /** The gradients wanted are those of the losses' sum. */
  private static void single(Shape losses) {
    if (losses.size() != 1) {
      throw meanOnly();
    }
  }

  private static UnsupportedOperationException meanOnly() {
    return new UnsupportedOperationException("the loss is the mean of everything");
  }
}
