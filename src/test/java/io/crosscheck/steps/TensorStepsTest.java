package io.crosscheck.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TensorStepsTest {

  private static final String SOFTMAX = "\nWhen softmax is computed\nThen the result conforms";

  @Test
  void a_table_keeps_the_sign_of_zero_and_small_exponents() {
    Tensor given =
        logits("Given the float32 tensor logits:\n  | -0.0 | 1e-25 |\n  | 0x1.8p3 | -Infinity |");
    Tensor expected = Tensor.ofFloats(Shape.of(2, 2), -0.0f, 1e-25f, 12, Float.NEGATIVE_INFINITY);
    assertThat(given, is(expected));
  }

  @Test
  void a_doc_string_holds_a_nested_list() {
    Tensor given =
        logits(
            "Given the float32 tensor logits:\n  \"\"\"\n  [[[1, NaN]],\n   [[2, 3]]]\n  \"\"\"");
    assertThat(given, is(Tensor.ofFloats(Shape.of(2, 1, 2), 1, Float.NaN, 2, 3)));
  }

  @Test
  void a_flat_list_takes_the_shape_beside_it() {
    Tensor given = logits("Given the float32 tensor logits of shape [0, 3] = []");
    assertThat(given, is(Tensor.ofFloats(Shape.of(0, 3))));
  }

  @Test
  void a_decimal_is_rounded_once_to_the_dtype() {
    // Exactly half way between the floats 1 and 1 + 2^-23, and a little more.
    Tensor given = logits("Given the float32 tensor logits = [1.000000059604644775390625000001]");
    assertThat(given, is(Tensor.ofFloats(Shape.of(1), 0x1.000002p0f)));
  }

  @Test
  void a_draw_is_the_specified_one() {
    Tensor given =
        logits(
            "Given the float32 tensor logits of shape [2, 2] drawn from alternating 88 with seed 1");
    assertThat(given, is(Tensor.ofFloats(Shape.of(2, 2), 88, -88, 88, -88)));
    assertThat(given.dtype(), is(DType.FLOAT32));
  }

  @Test
  void an_unused_tensor_is_the_scenarios_fault() {
    Throwable error =
        Scenarios.run(
                "Given the float32 tensor logits = [1]\nAnd the bool tensor mask = [true]"
                    + SOFTMAX)
            .error();
    assertThat(error, instanceOf(SpecificationFault.class));
    assertThat(error.getMessage(), containsString("[mask]"));
  }

  @Test
  void a_tensor_replaced_before_its_use_is_the_scenarios_fault() {
    Throwable error =
        Scenarios.run(
                "Given the float32 tensor logits = [1]\nAnd the float32 tensor logits = [2]"
                    + SOFTMAX)
            .error();
    assertThat(error, instanceOf(SpecificationFault.class));
  }

  @Test
  void a_ragged_list_is_the_scenarios_fault_and_says_where() {
    Throwable error =
        Scenarios.run("Given the float32 tensor logits = [[1, 2], [3]]" + SOFTMAX).error();
    assertThat(error, instanceOf(SpecificationFault.class));
    assertThat(error.getMessage(), containsString("position"));
  }

  private static Tensor logits(String given) {
    return Scenarios.run(given + SOFTMAX).requests().get(0).arguments().input("logits");
  }
}
