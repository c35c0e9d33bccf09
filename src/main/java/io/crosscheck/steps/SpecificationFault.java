package io.crosscheck.steps;

/**
 * The scenario itself is wrong: a literal that the certified value contradicts, a tensor nobody
 * used, a name that doesn't exist. It says nothing about the implementation.
 */
public final class SpecificationFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A fault of the scenario; the message says what was seen and what is expected. */
  public SpecificationFault(String message) {
    super("the specification is at fault, not the implementation: " + message);
  }
}
