package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Enclosure;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements enclosed in arrays, several thousand at a time, are those enclosed one by one. */
class SliceElementsTest {

  private static final int NEIGHBOURS = 4096;

  private static SliceElements elements(Shape shape, long axis, Stage stage) {
    Tensor logits = Generator.draw("normal 3", DType.FLOAT64, shape, 1);
    Evaluation softmax =
        Evaluation.of("softmax", DType.FLOAT64).input("logits", logits).with("axis", axis);
    Arguments arguments = softmax.operation().signature().bind(softmax.arguments());
    return (SliceElements) softmax.operation().elements(arguments, Choices.defaults(), stage);
  }

  @ParameterizedTest
  @CsvSource({"3000, 3, 1", "3, 3000, 1", "3, 3000, 0", "2, 5000, 1", "5000, 2, 0", "1, 1, 0"})
  void each_element_is_the_same_by_arrays_and_by_itself(int rows, int columns, long axis) {
    Shape shape = Shape.of(rows, columns);
    for (Stage stage : new Stage[] {Stage.ofDouble(), Stage.ofDoubleDouble()}) {
      SliceElements elements = elements(shape, axis, stage);
      // Backwards, so that what is enclosed together is asked for from its end.
      for (int i = shape.size() - 1; i >= 0; i -= 1 + i % 7) {
        Balls balls = elements.balls(i);
        assertThat(balls.covers(i), is(true));
        Enclosure one = elements.at(i).enclosure();
        Enclosure found = balls.holds(i) ? balls.enclosure(i) : one;
        assertThat(found.lower(), lessThanOrEqualTo(one.upper()));
        assertThat(found.upper(), greaterThanOrEqualTo(one.lower()));
      }
    }
  }

  @Test
  void as_many_are_enclosed_together_as_there_is_room_for_whole_slices() {
    SliceElements elements = elements(Shape.of(3000, 3), 1, Stage.ofDouble());
    int together = NEIGHBOURS / 3 * 3;
    Balls balls = elements.balls(together + 5);
    assertThat(balls.room(), is(together));
    assertThat(balls.covers(together - 1), is(false));
    assertThat(balls.covers(together), is(true));
    assertThat(balls.end(), is(2 * together));
    assertThat(elements.balls(2 * together).end(), is(9000));
    assertThat(elements(Shape.of(2, 5000), 1, Stage.ofDouble()).balls(0).end(), is(5000));
    assertThat(elements(Shape.of(2, 5000), 0, Stage.ofDouble()).balls(0).end(), is(10_000));
    assertThat(elements(Shape.of(3, 3), 0, Stage.ofBits(192)).balls(0).room(), is(0));
  }
}
