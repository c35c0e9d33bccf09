package io.crosscheck.operation;

import io.crosscheck.tensor.DType;

/**
 * A named tensor that an operation takes.
 *
 * @param name as in features and in the protocol
 * @param kind the dtypes it may have
 * @param required whether the operation refuses to go without it
 */
public record Input(String name, Kind kind, boolean required) {

  /** Families of dtypes. All FLOAT inputs of one request share their dtype. */
  public enum Kind {
    FLOAT,
    INTEGER,
    BOOL,
    /** bool, or a float of the request's dtype used as a weight. */
    BOOL_OR_FLOAT;

    boolean admits(DType dtype) {
      return switch (this) {
        case FLOAT -> dtype.isFloat();
        case INTEGER -> dtype.isInteger();
        case BOOL -> dtype == DType.BOOL;
        case BOOL_OR_FLOAT -> dtype == DType.BOOL || dtype.isFloat();
      };
    }
  }

  static Input floats(String name) {
    return new Input(name, Kind.FLOAT, true);
  }

  static Input integers(String name) {
    return new Input(name, Kind.INTEGER, true);
  }

  static Input optionalFloats(String name) {
    return new Input(name, Kind.FLOAT, false);
  }
}
