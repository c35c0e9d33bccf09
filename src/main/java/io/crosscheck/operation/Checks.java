package io.crosscheck.operation;

import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;

/** Refusals that several operations share. */
final class Checks {

  private Checks() {}

  /**
   * Refuses an attribute {@code axis} outside [−rank, rank); a rank of 0 has no axis. Where the
   * choice negative_axis restricts negative values, those that were given are refused too; a
   * default is not.
   */
  static int axis(Arguments arguments, Shape shape, Choices choices) {
    long axis = arguments.integer("axis");
    int rank = shape.rank();
    if (axis < -rank || axis >= rank) {
      throw new RefusedException(
          RefusalCode.INVALID_AXIS,
          "axis " + axis + " is out of range for rank " + rank + "; expected " + range(rank));
    }
    if (axis < 0 && !negativeAllowed(arguments, choices)) {
      throw new RefusedException(
          RefusalCode.INVALID_AXIS, "axis " + axis + " is negative; expected 0 to " + (rank - 1));
    }
    return arguments.axis(shape);
  }

  /**
   * As {@link #axis}, but a scalar passes where the choice softmax.scalar takes it as one class.
   */
  static void axisOrScalar(Arguments arguments, Shape shape, Choices choices) {
    if (shape.rank() > 0 || choices.is(Choice.SOFTMAX_SCALAR, "refused")) {
      axis(arguments, shape, choices);
    }
  }

  /**
   * The slices of softmax: along the attribute {@code axis}, or by the choice softmax.slice over
   * all axes from there on.
   */
  static Slices softmaxSlices(Arguments arguments, Shape shape, Choices choices) {
    Slices along = slices(arguments, shape);
    boolean last = along.stride() <= 1;
    return last || choices.is(Choice.SOFTMAX_SLICE, "axis")
        ? along
        : new Slices(along.count() / along.stride(), along.length() * along.stride(), 1);
  }

  /** The slices along the attribute {@code axis}; a scalar is one slice of one element. */
  static Slices slices(Arguments arguments, Shape shape) {
    return shape.rank() == 0 ? new Slices(1, 1, 1) : Slices.of(shape, arguments.axis(shape));
  }

  /** Whether the choice negative_axis admits a negative {@code axis}; a default always stands. */
  static boolean negativeAllowed(Arguments arguments, Choices choices) {
    if (arguments.isDefault("axis")) {
      return true;
    }
    return switch (choices.get(Choice.NEGATIVE_AXIS)) {
      case "any" -> true;
      case "only_minus_one" -> arguments.integer("axis") == -1;
      default -> false;
    };
  }

  static void sameShape(String first, Tensor a, String second, Tensor b) {
    if (!a.shape().equals(b.shape())) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE,
          first
              + " has shape "
              + a.shape()
              + ", "
              + second
              + " "
              + b.shape()
              + "; expected the same");
    }
  }

  static void shape(String name, Tensor tensor, Shape expected) {
    if (!tensor.shape().equals(expected)) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE,
          name + " has shape " + tensor.shape() + "; expected " + expected);
    }
  }

  static void rankAtLeast(String name, Tensor tensor, int rank) {
    if (tensor.shape().rank() < rank) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE,
          name + " has shape " + tensor.shape() + "; expected at least " + rank + " axes");
    }
  }

  /** Refuses a number attribute outside [low, high]; NaN is outside. */
  static void within(Arguments arguments, String attribute, double low, double high) {
    double value = arguments.number(attribute);
    if (!(value >= low && value <= high)) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          attribute + " is " + value + "; expected " + low + " to " + high);
    }
  }

  /** Refuses to go without an attribute that has no default. */
  static void present(Arguments arguments, String attribute) {
    if (!arguments.has(attribute)) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE, attribute + " is missing; expected a value");
    }
  }

  /** Refuses an axis of length 0, which has no largest element. */
  static void notEmpty(Shape shape, int axis) {
    if (shape.length(axis) == 0) {
      throw new RefusedException(
          RefusalCode.INVALID_SHAPE, "axis " + axis + " of " + shape + " has no element");
    }
  }

  /** Refuses an epsilon outside (0, 0.5). */
  static void epsilon(Arguments arguments) {
    double value = arguments.number("epsilon");
    if (!(value > 0 && value < 0.5)) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          "epsilon is " + value + "; expected more than 0, less than 0.5");
    }
  }

  /** Refuses a broadcast of {@code tensor} to {@code shape} that NumPy's rule doesn't admit. */
  static Broadcast broadcast(String name, Tensor tensor, Shape shape) {
    return Broadcast.of(tensor.shape(), shape)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusalCode.INVALID_SHAPE,
                    name
                        + " has shape "
                        + tensor.shape()
                        + "; expected one that broadcasts to "
                        + shape));
  }

  private static String range(int rank) {
    return rank == 0 ? "a tensor with at least one axis" : -rank + " to " + (rank - 1);
  }
}
