package io.crosscheck.run;

import java.util.List;
import java.util.Locale;

/** How much of the specification is run. */
public enum Tier {
  /** A handful of cases. */
  SMOKE,
  /** All but those that need size. */
  QUICK,
  FULL;

  /** The name on the command line and in reports. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean includes(List<String> tags) {
    return switch (this) {
      case SMOKE -> tags.contains("@smoke");
      case QUICK -> !tags.contains("@full");
      case FULL -> true;
    };
  }
}
