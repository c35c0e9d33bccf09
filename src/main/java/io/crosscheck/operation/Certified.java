package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact result of one application of an operation, every element enclosed as tightly as has
 * been asked for: it starts with doubles, for float64 with double-doubles, and every refinement
 * goes one stage up.
 */
public final class Certified {

  private final Operation operation;
  private final Arguments arguments;
  private final Choices choices;
  private final Header header;
  private final List<Level> levels = new ArrayList<>();
  private final Map<Integer, Integer> refinements = new HashMap<>();

  /** The result in one stage. */
  private record Level(Stage stage, ExactElements elements) {

    Enclosure enclosure(int i) {
      Balls balls = elements.balls(i);
      return balls.holds(i) ? balls.enclosure(i) : elements.at(i).enclosure();
    }
  }

  private Certified(Operation operation, Arguments arguments, Choices choices) {
    this.operation = operation;
    this.arguments = arguments;
    this.choices = choices;
    this.header = operation.header(arguments, choices);
    enclose(header.dtype() == DType.FLOAT64 ? Stage.ofDoubleDouble() : Stage.ofDouble());
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

  /**
   * What the first stage knows in arrays of element {@code i} and its neighbours; maybe nothing. It
   * stands until another element is asked about.
   */
  public Balls balls(int i) {
    return levels.get(0).elements().balls(i);
  }

  /** The enclosure of element {@code i} at its present stage. */
  public Enclosure enclosure(int i) {
    return levels.get(refinements.getOrDefault(i, 0)).enclosure(i);
  }

  /** Goes up one stage for element {@code i}. */
  public void refine(int i) {
    int level = refinements.merge(i, 1, Integer::sum);
    if (level == levels.size()) {
      enclose(levels.get(level - 1).stage().next());
    }
  }

  /**
   * Element {@code i} rounded to nearest in the result's dtype, refined until that is known. Where
   * subnormals are flushed a subnormal result is 0, unless the element must be exact.
   */
  public double rounded(int i) {
    DType dtype = header.dtype();
    if (enclosure(i).special().isPresent() || !dtype.isFloat()) {
      return enclosure(i).estimate();
    }
    while (enclosure(i).rounded(dtype).isEmpty()) {
      refine(i);
    }
    double rounded = enclosure(i).rounded(dtype).getAsDouble();
    return isFlushed(i, rounded) ? Math.copySign(0, rounded) : rounded;
  }

  private boolean isFlushed(int i, double rounded) {
    boolean subnormal = rounded != 0 && Math.abs(rounded) < header.dtype().smallestNormal();
    if (!subnormal || choices.is(Choice.SUBNORMALS, "kept")) {
      return false;
    }
    Terms terms = new Terms(Profile.STANDARD, header.dtype(), choices);
    return !operation.bound(arguments, terms).isExact(i);
  }

  private void enclose(Stage stage) {
    levels.add(new Level(stage, operation.elements(arguments, choices, stage)));
  }
}
