package io.crosscheck.backend.tensorflow;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.OneHot;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;
import org.tensorflow.types.family.TType;

/**
 * TensorFlow's own operator for each operation that has one, its arguments passed on as they are.
 * The operators know less than the functions of Python, which transpose and reshape around them:
 * softmax is along the last axis, the losses are of a matrix of logits, and their gradients are
 * what they give beside the loss.
 */
final class TensorFlowOperators {

  static final Map<String, BiFunction<Ops, Arguments, Operand<?>>> BY_OPERATION = new TreeMap<>();

  static {
    BY_OPERATION.put("softmax", (tf, a) -> tf.nn.softmax(alongLast("logits", tf, a)));
    BY_OPERATION.put("log_softmax", (tf, a) -> tf.nn.logSoftmax(alongLast("logits", tf, a)));
    BY_OPERATION.put("sigmoid", (tf, a) -> tf.math.sigmoid(input("logits", tf, a)));
    BY_OPERATION.put("argmax", TensorFlowOperators::argMax);
    BY_OPERATION.put("one_hot", TensorFlowOperators::oneHot);
    BY_OPERATION.put(
        "softmax_cross_entropy_with_logits",
        (tf, a) -> reduced(tf, crossEntropy(tf, a).loss(), a));
    BY_OPERATION.put(
        "sparse_softmax_cross_entropy_with_logits",
        (tf, a) -> reduced(tf, sparseCrossEntropy(tf, a).loss(), a));
    BY_OPERATION.put(
        "softmax_cross_entropy_gradient", (tf, a) -> crossEntropy(tf, a).backprop());
    BY_OPERATION.put(
        "sparse_softmax_cross_entropy_gradient", (tf, a) -> sparseCrossEntropy(tf, a).backprop());
  }

  private TensorFlowOperators() {}

  private static Operand<?> constant(Ops tf, Tensor tensor) {
    return tf.constantOf(TensorFlowTensors.of(tensor));
  }

  /** The input as the operators want it typed; whether it is a number is for TensorFlow to say. */
  @SuppressWarnings("unchecked")
  private static Operand<TNumber> input(String name, Ops tf, Arguments arguments) {
    return (Operand<TNumber>) constant(tf, arguments.input(name));
  }

  private static Operand<TNumber> alongLast(String name, Ops tf, Arguments arguments) {
    long axis = arguments.integer("axis");
    if (axis != -1 && axis != arguments.input(name).shape().rank() - 1) {
      throw new UnsupportedOperationException("axis " + axis + "; the operator takes the last one");
    }
    return input(name, tf, arguments);
  }

  private static Operand<?> argMax(Ops tf, Arguments arguments) {
    if (arguments.flag("keep_dims")) {
      throw new UnsupportedOperationException("the operator has no keep_dims");
    }
    return tf.math.argMax(input("values", tf, arguments), int32(tf, arguments.integer("axis")));
  }

  private static Operand<TInt32> int32(Ops tf, long value) {
    if (value != (int) value) {
      throw refused(value + " is no int32, which the operator takes");
    }
    return tf.constantOf(TInt32.scalarOf((int) value));
  }

  @SuppressWarnings("unchecked")
  private static Operand<?> oneHot(Ops tf, Arguments arguments) {
    if (!arguments.has("depth")) {
      throw refused("no depth; the operator needs one");
    }
    DType dtype = DType.ofToken(arguments.text("dtype")).orElseThrow();
    return tf.oneHot(
        input("indices", tf, arguments),
        int32(tf, arguments.integer("depth")),
        (Operand<TType>) value(tf, dtype, arguments.number("on_value")),
        (Operand<TType>) value(tf, dtype, arguments.number("off_value")),
        OneHot.axis(arguments.integer("axis")));
  }

  private static Operand<?> value(Ops tf, DType dtype, double value) {
    if (dtype.isFloat()) {
      return constant(tf, Tensor.ofNumbers(dtype, Shape.of(), value));
    }
    if (value != (long) value || dtype == DType.BOOL && value != 0 && value != 1) {
      throw refused("no tensor of " + dtype.token() + " can hold " + value);
    }
    return constant(tf, Tensor.ofIntegers(dtype, Shape.of(), (long) value));
  }

  private static RefusedException refused(String message) {
    return new RefusedException(RefusalCode.INVALID_ATTRIBUTE, message);
  }

  private static SoftmaxCrossEntropyWithLogits<TNumber> crossEntropy(Ops tf, Arguments arguments) {
    if (arguments.has("label_smoothing") && arguments.number("label_smoothing") != 0) {
      throw new UnsupportedOperationException("the operator has no label_smoothing");
    }
    Operand<TNumber> logits = alongLast("logits", tf, matrix(arguments));
    return tf.nn.softmaxCrossEntropyWithLogits(logits, input("labels", tf, arguments));
  }

  private static SparseSoftmaxCrossEntropyWithLogits<TNumber> sparseCrossEntropy(
      Ops tf, Arguments arguments) {
    boolean smoothed =
        arguments.has("label_smoothing") && arguments.number("label_smoothing") != 0;
    if (smoothed
        || arguments.has("ignore_index")
        || arguments.optionalInput("class_weights").isPresent()) {
      throw new UnsupportedOperationException(
          "the operator has no class_weights, ignore_index and label_smoothing");
    }
    Operand<TNumber> logits = alongLast("logits", tf, matrix(arguments));
    return tf.nn.sparseSoftmaxCrossEntropyWithLogits(logits, input("labels", tf, arguments));
  }

  private static Arguments matrix(Arguments arguments) {
    if (arguments.input("logits").shape().rank() != 2) {
      throw new UnsupportedOperationException("the operator takes a matrix of logits");
    }
    return arguments;
  }

  private static Operand<?> reduced(Ops tf, Operand<TNumber> losses, Arguments arguments) {
    Operand<TInt64> batch = tf.constantOf(TInt64.vectorOf(0));
    return switch (arguments.text("reduction")) {
      case "sum" -> tf.sum(losses, batch);
      case "mean" -> tf.math.mean(losses, batch);
      default -> losses;
    };
  }
}
