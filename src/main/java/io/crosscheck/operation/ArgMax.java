package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/**
 * argmax(values): the position of the largest element of each slice along {@code axis}; the first
 * of equals, −0 and 0 being equal.
 *
 * <p>values: any float dtype, rank at least 1. The result is int64, of the values' shape without
 * the axis, or with length 1 there if {@code keep_dims}. NaN is a choice: the first NaN wins, or
 * NaNs are passed over. Refused: an axis out of range, an axis of length 0.
 *
 * <p>Exact: no error is allowed.
 */
public final class ArgMax implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "argmax",
          List.of(Input.floats("values")),
          List.of(Attribute.integer("axis", -1), Attribute.bool("keep_dims", false)));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor values = arguments.input("values");
    int axis = Checks.axis(arguments, values.shape(), choices);
    Checks.notEmpty(values.shape(), axis);
    return new Header(DType.INT64, LogSumExp.reduced(arguments, values.shape()));
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor values = arguments.input("values");
    Slices slices = Checks.slices(arguments, values.shape());
    Real[] result = new Real[slices.count()];
    for (int s = 0; s < result.length; s++) {
      result[s] = stage.of(position(values, slices, s, choices));
    }
    return result;
  }

  /** The position of the largest element of slice {@code s}. */
  static int position(Tensor values, Slices slices, int s, Choices choices) {
    int best = 0;
    for (int k = 0; k < slices.length(); k++) {
      double value = values.number(slices.index(s, k));
      double leader = values.number(slices.index(s, best));
      if (Double.isNaN(value) && choices.is(Choice.ARGMAX_NOT_A_NUMBER, "wins")) {
        return k;
      }
      if (value > leader || Double.isNaN(leader) && !Double.isNaN(value)) {
        best = k;
      }
    }
    return best;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
