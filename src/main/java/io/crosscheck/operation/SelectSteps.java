package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * select_steps(values, indices): values[b, indices[b]], one step of each sequence.
 *
 * <p>values: any float dtype, shape [B, T, …]; indices: int32 or int64, shape [B]. The result has
 * the values' dtype and shape [B, …]; special values are carried over as they are. Refused: an
 * index outside [0, T), also a negative one, and shapes that don't fit.
 *
 * <p>Exact: no error is allowed.
 */
public final class SelectSteps implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "select_steps", List.of(Input.floats("values"), Input.integers("indices")), List.of());

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor values = arguments.input("values");
    Tensor indices = arguments.input("indices");
    Checks.rankAtLeast("values", values, 2);
    Checks.shape("indices", indices, Shape.of(values.shape().length(0)));
    int steps = values.shape().length(1);
    for (int b = 0; b < indices.size(); b++) {
      long index = indices.integer(b);
      if (index < 0 || index >= steps) {
        throw new RefusedException(
            RefusalCode.LABEL_OUT_OF_RANGE,
            "index " + index + " is out of range; expected 0 to " + (steps - 1));
      }
    }
    return new Header(values.dtype(), values.shape().without(1));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor values = arguments.input("values");
    Tensor indices = arguments.input("indices");
    int steps = values.shape().length(1);
    int features = values.shape().without(0).without(0).size();
    Real[] result = new Real[indices.size() * features];
    for (int i = 0; i < result.length; i++) {
      int b = i / features;
      int step = b * steps + (int) indices.integer(b);
      result[i] = stage.of(values.number(step * features + i % features));
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
