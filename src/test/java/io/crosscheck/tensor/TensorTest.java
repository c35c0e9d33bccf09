package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TensorTest {

  private static Tensor of(double... numbers) {
    return Tensor.ofNumbers(DType.FLOAT32, Shape.of(numbers.length), numbers);
  }

  @Test
  void equality_holds_nans_equal_and_tells_the_zeros_apart() {
    assertThat(of(Double.NaN, 1), is(of(Double.longBitsToDouble(0x7ff8000000000001L), 1)));
    assertThat(
        of(Double.NaN).hashCode(), is(of(Double.longBitsToDouble(0xfff8000000000001L)).hashCode()));
    assertThat(of(-0.0), not(of(0.0)));
    assertThat(of(1, 2), not(of(2, 1)));
  }

  @Test
  void equality_asks_for_dtype_and_shape() {
    Tensor row = Tensor.ofNumbers(DType.FLOAT32, Shape.of(1, 2), 1, 2);
    assertThat(of(1, 2), not(row));
    assertThat(of(1, 2), not(Tensor.ofNumbers(DType.FLOAT64, Shape.of(2), 1, 2)));
    assertThat(
        Tensor.ofIntegers(DType.INT32, Shape.of(1), 1),
        not(Tensor.ofIntegers(DType.INT64, Shape.of(1), 1)));
    assertThat(
        Tensor.ofIntegers(DType.INT64, Shape.of(1), 1L << 53),
        not(Tensor.ofIntegers(DType.INT64, Shape.of(1), (1L << 53) + 1)));
  }

  @Test
  void numbers_are_rounded_to_the_dtype() {
    assertThat(
        Tensor.ofNumbers(DType.FLOAT16, Shape.of(), 65520).number(0), is(Double.POSITIVE_INFINITY));
    assertThat(of(0.1).number(0), is((double) 0.1f));
    assertThat(Tensor.ofFloats(Shape.of(1), 0.1f), is(of(0.1)));
  }

  @Test
  void values_that_a_dtype_lacks_and_wrong_counts_are_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofIntegers(DType.BOOL, Shape.of(1), 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> Tensor.ofIntegers(DType.INT32, Shape.of(1), 1L << 31));
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofIntegers(DType.FLOAT32, Shape.of(1), 1));
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofNumbers(DType.INT32, Shape.of(1), 1));
    assertThrows(
        IllegalArgumentException.class, () -> Tensor.ofNumbers(DType.FLOAT32, Shape.of(3), 1, 2));
  }

  @Test
  void a_tensor_does_not_change_with_arrays_it_gave() {
    Tensor tensor = of(1, 2);
    tensor.toDoubles()[0] = 9;
    tensor.toFloats()[0] = 9;
    assertThat(tensor, is(of(1, 2)));
    Tensor labels = Tensor.ofIntegers(DType.INT64, Shape.of(1), 3);
    labels.toLongs()[0] = 9;
    assertThat(labels.integer(0), is(3L));
    assertThat(labels.toDoubles()[0], is(3.0));
  }

  @Test
  void truth_is_a_number_other_than_zero() {
    assertThat(of(-0.0).isTrue(0), is(false));
    assertThat(of(0.5).isTrue(0), is(true));
    assertThat(Tensor.ofIntegers(DType.BOOL, Shape.of(2), 0, 1).isTrue(1), is(true));
  }
}
