package io.crosscheck.operation;

import java.util.Locale;

/** How much error a verdict allows. */
public enum Profile {
  /** What float64 or compensated accumulation reaches. */
  STRICT,
  /** The conformance verdict. */
  STANDARD,
  /** Admits one long chain of additions per vector lane: a label, never a silent pass. */
  RELAXED;

  /** The name on the command line and in reports. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
