package io.crosscheck.backend.onnxruntime;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * One operator of ONNX applied to tensors.
 *
 * @param attributes by name, each a Long or a String
 * @param result the dtype of what it gives
 */
record Node(
    String operator, List<Tensor> inputs, Map<String, Object> attributes, DType result) {

  /** What a model of it depends on: all but the lengths and the elements of its inputs. */
  record Kind(
      String operator,
      List<DType> dtypes,
      List<Integer> ranks,
      Map<String, Object> attributes,
      DType result) {}

  Kind kind() {
    return new Kind(
        operator,
        inputs.stream().map(Tensor::dtype).toList(),
        inputs.stream().map(t -> t.shape().rank()).toList(),
        attributes,
        result);
  }

  /** The name of an input in the model. */
  static String input(int i) {
    return "x" + i;
  }
}
