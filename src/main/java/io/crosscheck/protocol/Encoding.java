package io.crosscheck.protocol;

import java.util.Locale;
import java.util.Optional;

/** How the elements of a tensor are written. */
public enum Encoding {
  /** JSON numbers, the three non-finite ones as strings, and booleans. */
  VALUES,
  /** Base64 of the little-endian elements. */
  BITS;

  /** The name in a description. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The encoding of that name, empty if there is none. */
  public static Optional<Encoding> ofToken(String token) {
    for (Encoding encoding : values()) {
      if (encoding.token().equals(token)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }
}
