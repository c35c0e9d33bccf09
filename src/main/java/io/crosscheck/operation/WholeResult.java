package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import org.jspecify.annotations.Nullable;

/** A result whose elements are all computed together. */
final class WholeResult implements ExactElements {

  private final Real[] elements;
  private final Stage stage;
  private @Nullable Balls balls;

  WholeResult(Real[] elements, Stage stage) {
    this.elements = elements;
    this.stage = stage;
  }

  @Override
  public Real at(int i) {
    return elements[i];
  }

  @Override
  public Enclosure enclosure(int i) {
    return elements[i].enclosure();
  }

  @Override
  public Balls balls(int i) {
    Balls known = balls;
    if (known == null) {
      known = Balls.of(stage, elements.length);
      for (int k = 0; k < known.room(); k++) {
        known.set(k, elements[k]);
      }
      balls = known;
    }
    return known;
  }
}
