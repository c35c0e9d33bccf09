package io.crosscheck.tensor;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorLiteralTest {

  @Test
  void depth_and_lengths_of_nested_lists_give_the_shape() {
    Tensor tensor =
        TensorLiteral.parse(" [ [1,2.5 , -0.0],\n[NaN,\t-Infinity, 0x1p-3] ] ", DType.FLOAT32);
    assertThat(
        tensor,
        is(
            Tensor.ofNumbers(
                DType.FLOAT32,
                Shape.of(2, 3),
                1,
                2.5,
                -0.0,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                0.125)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | []",
        "[] | [0]",
        "[ ] | [0]",
        "[[], []] | [2, 0]",
        "[[[1]], [[2]]] | [2, 1, 1]",
        "[[[], []]] | [1, 2, 0]"
      })
  void scalars_and_empty_lists_have_shapes_too(String text, String shape) {
    assertThat(TensorLiteral.parse(text, DType.INT32).shape().toString(), is(shape));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, [2]] | 5 | this entry has another shape than the first of its list",
        "[[1, 2], [3]] | 10 | this entry has another shape than the first of its list",
        "[[1], []] | 7 | this entry has another shape than the first of its list",
        "[[], 1] | 6 | this entry has another shape than the first of its list",
        "[1 2] | 4 | a comma or ] expected",
        "[[1][2]] | 5 | a comma or ] expected",
        "[1, 2 | 6 | a comma or ] expected",
        "[1, 2]] | 7 | nothing may follow the tensor",
        "1 2 | 3 | nothing may follow the tensor",
        "[1,,2] | 4 | \"\" is not a decimal",
        "[1,] | 4 | \"\" is not a decimal",
        "[,1] | 2 | \"\" is not a decimal",
        "[1, 2x] | 5 | \"2x\" is not a decimal",
        "[1, | 4 | a number or [ expected",
        "'   [1, x]' | 5 | \"x\" is not a decimal",
        "'' | 1 | a number or [ expected",
        "] | 1 | \"\" is not a decimal"
      })
  void what_is_no_tensor_is_refused_at_its_position_counted_from_1(
      String text, int position, String why) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> TensorLiteral.parse(text, DType.FLOAT32));
    String where = "tensor \"" + text.strip() + "\", position " + position + ": " + why;
    assertThat(refused.getMessage(), containsString(where));
  }

  @Test
  void elements_of_other_dtypes_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> TensorLiteral.parse("[1.5]", DType.INT64));
    assertThrows(IllegalArgumentException.class, () -> TensorLiteral.parse("[1]", DType.BOOL));
    assertThrows(
        IllegalArgumentException.class, () -> TensorLiteral.parse("[true]", DType.FLOAT64));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "[]", "[[], []]", "[[1, 2.5], [-0.0, NaN]]", "[[[Infinity]], [[-Infinity]]]"})
  void a_tensor_is_written_as_the_list_that_reads_back(String text) {
    Tensor tensor = TensorLiteral.parse(text, DType.FLOAT16);
    assertThat(TensorLiteral.format(tensor), is(text));
    assertThat(tensor.toString(), is("float16 " + text));
  }

  @Test
  void the_texts_of_elements_are_kept_as_written() {
    TensorLiteral.Parts parts = TensorLiteral.read("[[0.10, 1e0]]", DType.FLOAT32);
    assertThat(parts.elements().toString(), is("[0.10, 1e0]"));
    assertThat(parts.shape(), is(Shape.of(1, 2)));
  }
}
