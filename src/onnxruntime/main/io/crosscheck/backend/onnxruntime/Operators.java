package io.crosscheck.backend.onnxruntime;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.ElementBytes;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The operator of ONNX for each operation that has one, its arguments passed on as they are; the losses' classes are moved to where they
 * want them. What the operators can't be asked is refused, or unsupported.
 */
final class Operators {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);

  static final Map<String, Function<Arguments, Node>> BY_OPERATION =
      Map.of(
          "softmax", a -> alongAxis("Softmax", a),
          "log_softmax", a -> alongAxis("LogSoftmax", a),
          "sigmoid", a -> like(a.input("logits"), "Sigmoid", Map.of()),
          "log_sum_exp", Operators::logSumExp,
          "argmax", Operators::argMax,
          "one_hot", Operators::oneHot,
          "sparse_softmax_cross_entropy_with_logits", Operators::sparseCrossEntropy,
          "negative_log_likelihood",
              a -> loss("NegativeLogLikelihoodLoss", a.input("log_probabilities"), a));

  private Operators() {}

  /** The dtypes that an operation is claimed in; where there is no kernel the library says so. */
  static Set<DType> dtypes(String operation) {
    return operation.equals("one_hot")
        ? EnumSet.complementOf(EnumSet.of(DType.BFLOAT16))
        : EnumSet.copyOf(FLOATS);
  }

  private static Node alongAxis(String operator, Arguments arguments) {
    return like(arguments.input("logits"), operator, Map.of("axis", arguments.integer("axis")));
  }

  private static Node like(Tensor input, String operator, Map<String, Object> attributes) {
    return new Node(operator, List.of(input), attributes, input.dtype());
  }

  private static Node logSumExp(Arguments arguments) {
    Tensor logits = arguments.input("logits");
    Tensor axes = Tensor.ofIntegers(DType.INT64, Shape.of(1), arguments.integer("axis"));
    return new Node(
        "ReduceLogSumExp", List.of(logits, axes), Map.of("keepdims", kept(arguments)), logits.dtype());
  }

  private static Node argMax(Arguments arguments) {
    Map<String, Object> attributes =
        Map.of("axis", arguments.integer("axis"), "keepdims", kept(arguments));
    return new Node("ArgMax", List.of(arguments.input("values")), attributes, DType.INT64);
  }

  private static Long kept(Arguments arguments) {
    return arguments.flag("keep_dims") ? 1L : 0L;
  }

  private static Node oneHot(Arguments arguments) {
    DType dtype = DType.ofToken(arguments.text("dtype")).orElseThrow();
    if (!arguments.has("depth")) {
      throw refused("no depth; the operator needs one");
    }
    Tensor depth = Tensor.ofIntegers(DType.INT64, Shape.of(), arguments.integer("depth"));
    return new Node(
        "OneHot",
        List.of(wide(arguments.input("indices")), depth, values(arguments, dtype)),
        Map.of("axis", arguments.integer("axis")),
        dtype);
  }

  private static Tensor values(Arguments arguments, DType dtype) {
    double off = arguments.number("off_value");
    double on = arguments.number("on_value");
    if (dtype.isFloat()) {
      return Tensor.ofNumbers(dtype, Shape.of(2), off, on);
    }
    boolean fits = off == (long) off && on == (long) on;
    if (!fits || dtype == DType.BOOL && !(isBool(off) && isBool(on))) {
      throw refused("no tensor of " + dtype.token() + " can hold " + off + " and " + on);
    }
    return Tensor.ofIntegers(dtype, Shape.of(2), (long) off, (long) on);
  }

  private static boolean isBool(double value) {
    return value == 0 || value == 1;
  }

  private static RefusedException refused(String message) {
    return new RefusedException(RefusalCode.INVALID_ATTRIBUTE, message);
  }

  private static Node sparseCrossEntropy(Arguments arguments) {
    if (arguments.number("label_smoothing") != 0) {
      throw new UnsupportedOperationException("the operator has no label_smoothing");
    }
    return loss("SoftmaxCrossEntropyLoss", arguments.input("logits"), arguments);
  }

  private static Node loss(String operator, Tensor scores, Arguments arguments) {
    List<Tensor> inputs = new ArrayList<>();
    inputs.add(classesSecond(scores, arguments.integer("axis")));
    inputs.add(wide(arguments.input("labels")));
    arguments.optionalInput("class_weights").ifPresent(inputs::add);
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put("reduction", arguments.text("reduction"));
    arguments.optionalAttribute("ignore_index").ifPresent(i -> attributes.put("ignore_index", i));
    return new Node(operator, inputs, attributes, scores.dtype());
  }

  /** The losses take the classes along axis 1 of at least two. */
  private static Tensor classesSecond(Tensor scores, long axis) {
    int rank = scores.shape().rank();
    if (rank < 2) {
      throw new UnsupportedOperationException("a vector of classes without a batch");
    }
    if (axis < -rank || axis >= rank) {
      throw new RefusedException(
          RefusalCode.INVALID_AXIS, "axis " + axis + " is out of range for rank " + rank);
    }
    int from = (int) (axis < 0 ? axis + rank : axis);
    Slices slices = Slices.of(scores.shape(), from);
    Shape reduced = scores.shape().without(from);
    int classes = slices.length();
    int rest = reduced.length(0) == 0 ? 0 : slices.count() / reduced.length(0);
    byte[] elements = ElementBytes.of(scores);
    byte[] moved = new byte[elements.length];
    int width = scores.size() == 0 ? 0 : elements.length / scores.size();
    for (int s = 0; s < slices.count(); s++) {
      for (int k = 0; k < classes; k++) {
        int to = (s / rest * classes + k) * rest + s % rest;
        System.arraycopy(elements, slices.index(s, k) * width, moved, to * width, width);
      }
    }
    return ElementBytes.tensor(scores.dtype(), reduced.inserting(1, classes), moved);
  }

  /** The library has one-hot and losses of int64 only: int32 widened, all else as it is. */
  private static Tensor wide(Tensor indices) {
    if (indices.dtype() != DType.INT32) {
      return indices;
    }
    return Tensor.ofIntegers(DType.INT64, indices.shape(), indices.toLongs());
  }
}
