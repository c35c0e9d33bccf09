package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Shape;

/** The attribute {@code label_smoothing}, α in [0, 1]: t becomes t(1 − α) + α/K. */
final class LabelSmoothing {

  static final Attribute ATTRIBUTE = Attribute.number("label_smoothing", 0);

  private LabelSmoothing() {}

  static void check(Arguments arguments) {
    Checks.within(arguments, "label_smoothing", 0, 1);
  }

  /**
   * K: the length of the class axis, or by choice that of the last axis.
   *
   * @param shape of the logits or probabilities
   */
  static int classes(Arguments arguments, Shape shape, int axis, Choices choices) {
    return classes(arguments.number("label_smoothing"), shape, axis, choices);
  }

  /** K for that α. */
  static int classes(double alpha, Shape shape, int axis, Choices choices) {
    int classes = shape.length(axis);
    int last = shape.length(shape.rank() - 1);
    boolean differ = classes != last && alpha > 0;
    return differ && choices.is(Choice.LABEL_SMOOTHING_CLASSES, "last_axis") ? last : classes;
  }

  /** t(1 − α) + α/K, exactly. */
  static Real smooth(double target, double alpha, int classes, Stage stage) {
    if (alpha == 0) {
      return stage.of(target);
    }
    Real kept = stage.of(target).times(stage.of(1).minus(stage.of(alpha)));
    return kept.plus(stage.of(alpha).dividedBy(stage.of(classes)));
  }

  /** The same, to double precision. */
  static double smooth(double target, double alpha, int classes) {
    return alpha == 0 ? target : target * (1 - alpha) + alpha / classes;
  }
}
