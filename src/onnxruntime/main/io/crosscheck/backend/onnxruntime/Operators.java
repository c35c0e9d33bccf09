package io.crosscheck.backend.onnxruntime;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The operator of ONNX for each operation that has one, its arguments passed on as they are. */
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
          "one_hot", Operators::oneHot);

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
    Tensor depth = Tensor.ofIntegers(DType.INT64, Shape.of(), arguments.integer("depth"));
    double off = arguments.number("off_value");
    double on = arguments.number("on_value");
    Tensor values =
        dtype.isFloat()
            ? Tensor.ofNumbers(dtype, Shape.of(2), off, on)
            : Tensor.ofIntegers(dtype, Shape.of(2), (long) off, (long) on);
    return new Node(
        "OneHot",
        List.of(wide(arguments.input("indices")), depth, values),
        Map.of("axis", arguments.integer("axis")),
        dtype);
  }

  /** The library has one-hot of int64 only: int32 widened. */
  private static Tensor wide(Tensor indices) {
    return Tensor.ofIntegers(DType.INT64, indices.shape(), indices.toLongs());
  }
}
