package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {

  @Test
  void the_size_is_the_product_of_the_lengths() {
    assertThat(Shape.of().size(), is(1));
    assertThat(Shape.of(2, 3, 4).size(), is(24));
    assertThat(Shape.of(2, 0, 4).size(), is(0));
    assertThat(Shape.of(65536, 65536, 0).size(), is(0));
    assertThat(Shape.of(2147483647).size(), is(2147483647));
  }

  @Test
  void too_many_elements_and_negative_lengths_are_refused() {
    IllegalArgumentException many =
        assertThrows(IllegalArgumentException.class, () -> Shape.of(65536, 32768));
    assertThat(many.getMessage(), containsString("more than 2147483647 elements"));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(65536, 65536, 65536, 65536, 65536));
    IllegalArgumentException negative =
        assertThrows(IllegalArgumentException.class, () -> Shape.of(0, -1));
    assertThat(negative.getMessage(), containsString("axis length -1 in [0, -1]"));
  }

  @Test
  void axes_are_dropped_changed_and_inserted() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(shape.without(1), is(Shape.of(2, 4)));
    assertThat(Shape.of(7).without(0), is(Shape.of()));
    assertThat(shape.with(2, 1), is(Shape.of(2, 3, 1)));
    assertThat(shape.inserting(0, 9), is(Shape.of(9, 2, 3, 4)));
    assertThat(shape.inserting(3, 9), is(Shape.of(2, 3, 4, 9)));
    assertThat(shape, is(Shape.of(2, 3, 4)));
  }

  @Test
  void a_shape_without_an_empty_axis_may_be_too_large() {
    assertThrows(IllegalArgumentException.class, () -> Shape.of(65536, 0, 65536).without(1));
  }

  @Test
  void shapes_do_not_change_with_the_arrays_they_came_from_or_gave() {
    int[] lengths = {2, 3};
    Shape shape = Shape.of(lengths);
    lengths[0] = 9;
    shape.toArray()[1] = 9;
    assertThat(shape, is(Shape.of(2, 3)));
    assertThat(shape.toString(), is("[2, 3]"));
    assertThat(shape, not(Shape.of(3, 2)));
  }
}
