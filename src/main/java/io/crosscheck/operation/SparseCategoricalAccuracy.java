package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * sparse_categorical_accuracy(labels, output): 1 where the largest output of a slice along {@code
 * axis} is at the label, else 0; a label outside [0, K) is never met.
 *
 * <p>output: any float dtype, rank at least 1; labels: int32 or int64, of the output's shape
 * without the axis, which the result has too, in the output's dtype. Ties and NaN as in {@link
 * ArgMax}. Refused: an axis out of range or of length 0, labels of another shape.
 *
 * <p>Exact: no error is allowed.
 */
public final class SparseCategoricalAccuracy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "sparse_categorical_accuracy",
          List.of(Input.integers("labels"), Input.floats("output")),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    int axis = Checks.axis(arguments, output.shape(), choices);
    Shape reduced = output.shape().without(axis);
    Checks.shape("labels", arguments.input("labels"), reduced);
    Checks.notEmpty(output.shape(), axis);
    return new Header(output.dtype(), reduced);
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor output = arguments.input("output");
    Tensor labels = arguments.input("labels");
    Slices slices = Checks.slices(arguments, output.shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      boolean met = ArgMax.position(output, slices, s, choices) == labels.integer(s);
      result[s] = stage.of(met ? 1 : 0);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
