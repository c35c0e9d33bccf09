package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * one_hot(indices): a new axis of length {@code depth} at {@code axis}; {@code on_value} at the
 * index, {@code off_value} elsewhere.
 *
 * <p>indices: int32 or int64, any shape. The result has the attribute {@code dtype}; {@code axis}
 * is within [−rank−1, rank] of the indices. An index outside [0, depth) and a depth of 0 are
 * choices. Refused: no depth, a negative or too large one, an axis out of range, values that the
 * dtype doesn't have.
 *
 * <p>Exact: no error is allowed.
 */
public final class OneHot implements Operation {

  private static final Signature SIGNATURE =
      new Signature(
          "one_hot",
          List.of(Input.integers("indices")),
          List.of(
              Attribute.optionalInteger("depth"),
              Attribute.number("on_value", 1),
              Attribute.number("off_value", 0),
              Attribute.integer("axis", -1),
              Attribute.text("dtype", "float32", DTypes.tokens())));

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Header header(Arguments arguments, Choices choices) {
    Tensor indices = arguments.input("indices");
    int depth = depth(arguments, choices);
    checkSize(indices.size(), depth);
    Shape shape = indices.shape().inserting(newAxis(arguments, indices.shape(), choices), depth);
    for (int i = 0; i < indices.size(); i++) {
      position(indices.integer(i), depth, choices);
    }
    DType dtype = DTypes.attribute(arguments);
    DTypes.value(arguments, "on_value", dtype);
    DTypes.value(arguments, "off_value", dtype);
    return new Header(dtype, shape);
  }

  private static int depth(Arguments arguments, Choices choices) {
    long depth = arguments.has("depth") ? arguments.integer("depth") : -1;
    if (depth < 0 || depth > Integer.MAX_VALUE) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          "depth is "
              + arguments.optionalAttribute("depth").orElse("missing")
              + "; expected 0 or more");
    }
    if (depth == 0 && choices.is(Choice.ONE_HOT_ZERO_DEPTH, "refused")) {
      throw new RefusedException(RefusalCode.INVALID_ATTRIBUTE, "depth is 0; expected 1 or more");
    }
    return (int) depth;
  }

  private static void checkSize(long indices, long depth) {
    if (indices * depth > Integer.MAX_VALUE) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          "depth is " + depth + "; expected a result of at most 2147483647 elements");
    }
  }

  private static int newAxis(Arguments arguments, Shape shape, Choices choices) {
    long axis = arguments.integer("axis");
    int rank = shape.rank();
    boolean allowed = axis >= 0 || Checks.negativeAllowed(arguments, choices);
    if (axis < -rank - 1 || axis > rank || !allowed) {
      throw new RefusedException(
          RefusalCode.INVALID_AXIS,
          "axis " + axis + " is out of range; expected " + (-rank - 1) + " to " + rank);
    }
    return (int) (axis < 0 ? axis + rank + 1 : axis);
  }

  /** Where the on value stands in [0, depth), or −1 for nowhere. */
  private static int position(long index, int depth, Choices choices) {
    if (index >= 0 && index < depth) {
      return (int) index;
    }
    Choice choice = index < 0 ? Choice.ONE_HOT_NEGATIVE_INDEX : Choice.ONE_HOT_INDEX_PAST_DEPTH;
    switch (choices.get(choice)) {
      case "refused":
        throw new RefusedException(
            RefusalCode.LABEL_OUT_OF_RANGE,
            "index " + index + " is out of range; expected 0 to " + (depth - 1));
      case "wraps":
        return index >= -depth ? (int) index + depth : -1;
      default:
        return -1;
    }
  }

  @Override
  public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
    Tensor indices = arguments.input("indices");
    Header header = header(arguments, choices);
    Slices slices = Slices.of(header.shape(), newAxis(arguments, indices.shape(), choices));
    Real[] result = new Real[header.shape().size()];
    Arrays.fill(result, stage.of(DTypes.value(arguments, "off_value", header.dtype())));
    Real on = stage.of(DTypes.value(arguments, "on_value", header.dtype()));
    for (int s = 0; s < slices.count(); s++) {
      int position = position(indices.integer(s), slices.length(), choices);
      if (position >= 0) {
        result[slices.index(s, position)] = on;
      }
    }
    return result;
  }

  @Override
  public ErrorBound bound(Arguments arguments, Terms terms) {
    return ErrorBound.EXACT;
  }
}
