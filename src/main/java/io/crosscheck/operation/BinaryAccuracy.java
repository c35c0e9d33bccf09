package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * binary_accuracy(target, output): 1 where the prediction, 1 for an output above {@code threshold}
 * and else 0, equals the target, else 0; elementwise.
 *
 * <p>target and output: one float dtype, one shape, which the result has too. The threshold is a
 * finite number, compared as the binary64 number that it is. An output equal to it, and NaN, are
 * not above. A target that is neither 0 nor 1, NaN included, is never met. Refused: different
 * shapes, a threshold that isn't finite.
 *
 * <p>Exact: no error is allowed.
 */
public final class BinaryAccuracy implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "binary_accuracy",
          List.of(Input.floats("target"), Input.floats("output")),
          List.of(Attribute.number("threshold", 0.5)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor output = arguments.input("output");
    Checks.within(arguments, "threshold", -Double.MAX_VALUE, Double.MAX_VALUE);
    Checks.sameShape("target", arguments.input("target"), "output", output);
    return new Header(output.dtype(), output.shape());
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor target = arguments.input("target");
    Tensor output = arguments.input("output");
    double threshold = arguments.number("threshold");
    Real[] result = new Real[output.size()];
    for (int i = 0; i < result.length; i++) {
      double prediction = output.number(i) > threshold ? 1 : 0;
      result[i] = stage.of(prediction == target.number(i) ? 1 : 0);
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
