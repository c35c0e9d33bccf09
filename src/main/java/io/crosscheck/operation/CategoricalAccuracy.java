package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * categorical_accuracy(target, output): 1 where the largest output of a slice along {@code axis} is
 * at the place of the largest target, else 0.
 *
 * <p>target and output: one float dtype, one shape, rank at least 1; the result has their dtype,
 * and their shape without the axis. Ties and NaN, in either, as in {@link ArgMax}: a target of
 * zeros only stands for class 0. Refused: an axis out of range or of length 0, different shapes.
 *
 * <p>Exact: no error is allowed.
 */
public final class CategoricalAccuracy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "categorical_accuracy",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(Attribute.integer("axis", -1)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    int axis = Checks.axis(arguments, output.shape(), choices);
    Checks.sameShape("target", arguments.input("target"), "output", output);
    Checks.notEmpty(output.shape(), axis);
    return new Header(output.dtype(), output.shape().without(axis));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    Slices slices = Checks.slices(arguments, output.shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      int wanted = ArgMax.position(target, slices, s, choices);
      boolean met = ArgMax.position(output, slices, s, choices) == wanted;
      result[s] = stage.of(met ? 1 : 0);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
