package io.crosscheck.operation;

import io.crosscheck.tensor.DType;
import java.util.Arrays;

/** The attribute {@code dtype} of operations that make their result's dtype themselves. */
public final class DTypes {

  private DTypes() {}

  static String[] tokens() {
    return Arrays.stream(DType.values()).map(DType::token).toArray(String[]::new);
  }

  /** The dtype that the attribute {@code dtype} names. */
  public static DType attribute(Arguments arguments) {
    return DType.ofToken(arguments.text("dtype")).orElseThrow();
  }

  /** A number attribute in {@code dtype}: rounded to a float, refused if no integer or bool. */
  public static double value(Arguments arguments, String attribute, DType dtype) {
    double value = arguments.number(attribute);
    boolean fits =
        switch (dtype) {
          case BOOL -> value == 0 || value == 1;
          case INT32 -> value == (int) value;
          // The cast of 2^63 gives the largest long, which as a double is 2^63 again.
          case INT64 -> value == (long) value && value < 0x1p63;
          default -> true;
        };
    if (!fits) {
      throw new RefusedException(
          RefusalCode.INVALID_ATTRIBUTE,
          attribute + " is " + value + "; expected a value of " + dtype.token());
    }
    return dtype.round(value);
  }
}
