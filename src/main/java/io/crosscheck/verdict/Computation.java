package io.crosscheck.verdict;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Input;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An operation of the catalogue applied to tensors, as {@link Operations} makes it. Every method
 * that sets something returns a new computation. Tensors are given as {@link Tensor}s or as
 * rectangular Java arrays of any rank: float is float32, double float64, int int32, long int64,
 * boolean bool; a boxed number is a scalar.
 */
public final class Computation {

  private final Operation operation;
  private final Map<String, Tensor> inputs;
  private final Map<String, Object> attributes;
  private final Optional<DType> dtype;

  private Computation(
      Operation operation,
      Map<String, Tensor> inputs,
      Map<String, Object> attributes,
      Optional<DType> dtype) {
    this.operation = operation;
    this.inputs = inputs;
    this.attributes = attributes;
    this.dtype = dtype;
  }

  /** {@code name} applied to its required inputs, in the order of its signature. */
  static Computation of(String name, Object... required) {
    Operation operation = Catalogue.find(name).orElseThrow();
    List<Input> inputs = operation.signature().inputs().stream().filter(Input::required).toList();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < required.length; i++) {
      tensors.put(inputs.get(i).name(), JavaArray.tensor(required[i]));
    }
    return new Computation(operation, tensors, Map.of(), Optional.empty());
  }

  /** The same along {@code axis}; negative axes count from the end. */
  public Computation axis(int axis) {
    return attribute("axis", axis);
  }

  /**
   * The same with that attribute.
   *
   * @param value an Integer, Long, Double, Boolean, String or {@link DType}
   * @throws IllegalArgumentException where the operation has no such attribute
   */
  public Computation attribute(String name, Object value) {
    operation.signature().requireAttribute(name);
    Map<String, Object> changed = new TreeMap<>(attributes);
    changed.put(name, held(value));
    return new Computation(operation, inputs, changed, dtype);
  }

  /**
   * The same with that input, such as the optional {@code class_weights}.
   *
   * @throws IllegalArgumentException where the operation has no such input
   */
  public Computation input(String name, Object tensor) {
    List<String> known = operation.signature().inputs().stream().map(Input::name).toList();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          operation.name() + " has no input \"" + name + "\"; it has " + known);
    }
    Map<String, Tensor> changed = new LinkedHashMap<>(inputs);
    changed.put(name, JavaArray.tensor(tensor));
    return new Computation(operation, changed, attributes, dtype);
  }

  /**
   * The same in {@code dtype}: float inputs are rounded to it once; of an operation with a {@code
   * dtype} attribute, such as one_hot, it is the result's. float16 and bfloat16 results may then
   * come in float or double arrays that hold numbers of these formats.
   */
  public Computation in(DType dtype) {
    if (!dtype.isFloat() && !operation.signature().hasAttribute("dtype")) {
      throw new IllegalArgumentException(
          operation.name() + " in " + dtype.token() + "; expected a float dtype");
    }
    return new Computation(operation, inputs, attributes, Optional.of(dtype));
  }

  /** The question that a backend would be asked. */
  public Request request() {
    Map<String, Tensor> tensors = new LinkedHashMap<>(inputs);
    Map<String, Object> values = new TreeMap<>(attributes);
    dtype.ifPresent(
        chosen -> {
          tensors.replaceAll((name, tensor) -> rounded(tensor, chosen));
          if (operation.signature().hasAttribute("dtype")) {
            values.putIfAbsent("dtype", chosen.token());
          }
        });
    return new Request(operation.name(), new Arguments(tensors, values));
  }

  /** In words: {@code softmax of logits (float32 [2, 3]) with axis 1}. */
  @Override
  public String toString() {
    Request request = request();
    String of =
        operation.signature().inputs().stream()
            .map(Input::name)
            .filter(request.arguments().inputs()::containsKey)
            .map(name -> name + header(request.arguments().input(name)))
            .collect(Collectors.joining(", "));
    String with =
        request.arguments().attributes().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return operation.name()
        + (of.isEmpty() ? "" : " of " + of)
        + (with.isEmpty() ? "" : " with " + with);
  }

  private static String header(Tensor tensor) {
    return " (" + tensor.dtype().token() + " " + tensor.shape() + ")";
  }

  private static Tensor rounded(Tensor tensor, DType dtype) {
    return tensor.dtype().isFloat() && dtype.isFloat()
        ? Tensor.ofNumbers(dtype, tensor.shape(), tensor.toDoubles())
        : tensor;
  }

  private static Object held(Object value) {
    if (value instanceof Integer integer) {
      return Long.valueOf(integer);
    }
    if (value instanceof DType dtype) {
      return dtype.token();
    }
    if (value instanceof Long
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof String) {
      return value;
    }
    throw new IllegalArgumentException(
        "attribute value %s is a %s; expected an Integer, Long, Double, Boolean, String or DType"
            .formatted(value, value.getClass().getSimpleName()));
  }
}
