package io.crosscheck.operation;

import io.crosscheck.exact.Enclosure;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;

/**
 * The exact result of one application of an operation, enclosed as tightly as has been asked for:
 * it starts with doubles, for float64 with double-doubles, and every refinement goes one stage up.
 */
public final class Certified {

  private final Operation operation;
  private final Arguments arguments;
  private final Choices choices;
  private final Header header;
  private Stage stage;
  private Enclosure[] enclosures;

  private Certified(Operation operation, Arguments arguments, Choices choices) {
    this.operation = operation;
    this.arguments = arguments;
    this.choices = choices;
    this.header = operation.header(arguments, choices);
    this.stage = header.dtype() == DType.FLOAT64 ? Stage.ofDoubleDouble() : Stage.ofDouble();
    this.enclosures = enclose();
  }

  /**
   * The result for bound arguments.
   *
   * @throws RefusedException where the specification refuses them under these choices
   */
  public static Certified of(Operation operation, Arguments arguments, Choices choices) {
    return new Certified(operation, arguments, choices);
  }

  public Header header() {
    return header;
  }

  /** The enclosure of element {@code i} at the present stage. */
  public Enclosure enclosure(int i) {
    return enclosures[i];
  }

  /** Goes up one stage. */
  public void refine() {
    stage = stage.next();
    enclosures = enclose();
  }

  private Enclosure[] enclose() {
    Real[] exact = operation.exact(arguments, choices, stage);
    Enclosure[] result = new Enclosure[exact.length];
    for (int i = 0; i < exact.length; i++) {
      result[i] = exact[i].enclosure();
    }
    return result;
  }
}
