package io.crosscheck.search;

import io.crosscheck.tensor.DType;

/** The numbers that a search may put into an input. NaN and infinities are the features' matter. */
enum Domain {
  /** Every finite number. */
  FINITE,
  /**
   * Numbers up to the root of the largest, so that products and sums of them don't overflow: where
   * they do, the specification asks for a result that no implementation of that format finds.
   */
  MODERATE,
  /** Finite numbers up to 0. */
  NOT_POSITIVE,
  /** 0 up to 1: probabilities, labels. */
  SHARE,
  /** Moderate numbers from 0 on. */
  WEIGHT,
  /** A class, from 0 up to and without K. */
  INDEX,
  /** true or false. */
  COIN;

  boolean isFloat() {
    return this != INDEX && this != COIN;
  }

  /** The number of the domain that {@code value}, of that dtype and maybe NaN, becomes. */
  double confine(double value, DType dtype) {
    double finite =
        Double.isNaN(value) ? 0 : Math.max(-dtype.largest(), Math.min(dtype.largest(), value));
    double moderate = Math.scalb(1.0, -dtype.minExponent() / 2);
    return switch (this) {
      case FINITE -> finite;
      case MODERATE -> Math.max(-moderate, Math.min(moderate, finite));
      case NOT_POSITIVE -> -Math.abs(finite);
      case SHARE -> Math.min(1, Math.abs(finite));
      case WEIGHT -> Math.min(moderate, Math.abs(finite));
      case INDEX, COIN -> throw new IllegalStateException(this + " holds no floats");
    };
  }
}
