package io.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How binding a requirement is, in the order in which reports list them. */
public enum Level {
  MUST,
  SHOULD,
  MAY;

  /** The name in JSON and on pages, such as {@code must}. */
  @JsonValue
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
