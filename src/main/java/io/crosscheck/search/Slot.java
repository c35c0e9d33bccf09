package io.crosscheck.search;

import io.crosscheck.tensor.Shape;

/**
 * One input of an operation as a search fills it.
 *
 * @param extent which axes of the whole shape it has
 * @param required whether the operation refuses to go without it
 */
record Slot(String name, Domain domain, Extent extent, boolean required) {

  /** The axes of the whole shape that an input has. */
  enum Extent {
    /** All. */
    WHOLE,
    /** All but that of the classes. */
    REDUCED,
    /** That of the classes alone. */
    CLASSES,
    /** The first two: batch and steps. */
    STEPS;

    /** The input's shape where {@code whole} has its classes along {@code axis}. */
    Shape of(Shape whole, int axis) {
      return switch (this) {
        case WHOLE -> whole;
        case REDUCED -> whole.without(axis);
        case CLASSES -> Shape.of(whole.length(axis));
        case STEPS -> Shape.of(whole.length(0), whole.length(1));
      };
    }

    /** The input's axis that is {@code cut} of the whole shape; −1 where it has none. */
    int axisOf(int cut, int axis) {
      return switch (this) {
        case WHOLE -> cut;
        case REDUCED -> cut == axis ? -1 : cut > axis ? cut - 1 : cut;
        case CLASSES -> cut == axis ? 0 : -1;
        case STEPS -> cut < 2 ? cut : -1;
      };
    }
  }

  static Slot of(String name, Domain domain) {
    return new Slot(name, domain, Extent.WHOLE, true);
  }

  static Slot of(String name, Domain domain, Extent extent) {
    return new Slot(name, domain, extent, true);
  }

  static Slot optional(String name, Domain domain, Extent extent) {
    return new Slot(name, domain, extent, false);
  }
}
