package io.crosscheck.operation;

import java.util.Locale;
import java.util.Optional;

/** Why arguments are wrong: the closed list of refusal codes. */
public enum RefusalCode {
  INVALID_AXIS,
  INVALID_SHAPE,
  INVALID_DTYPE,
  INVALID_ATTRIBUTE,
  MISSING_INPUT,
  LABEL_OUT_OF_RANGE,
  INVALID_PROBABILITY,
  INVALID_LENGTH,
  UNKNOWN_OPERATION,
  /** The implementation cannot tell which. */
  OTHER;

  /** The name in features and in the protocol, such as {@code invalid_axis}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of that name, empty if there is none. */
  public static Optional<RefusalCode> ofToken(String token) {
    for (RefusalCode code : values()) {
      if (code.token().equals(token)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
