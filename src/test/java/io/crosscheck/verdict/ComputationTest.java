package io.crosscheck.verdict;

import static io.crosscheck.verdict.Operations.oneHot;
import static io.crosscheck.verdict.Operations.softmax;
import static io.crosscheck.verdict.Operations.sparseSoftmaxCrossEntropyWithLogits;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ComputationTest {

  @Test
  void arrays_are_tensors_in_row_major_order() {
    float[][][] cube = {{{1, 2}, {3, 4}}, {{5, 6}, {7, -0.0f}}};
    assertThat(
        logits(softmax(cube)), is(Tensor.ofFloats(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, -0.0f)));
    assertThat(
        logits(softmax(new double[][] {{0.1}, {0.2}})),
        is(Tensor.ofNumbers(DType.FLOAT64, Shape.of(2, 1), 0.1, 0.2)));
    assertThat(
        logits(softmax(new long[] {1L << 60})),
        is(Tensor.ofIntegers(DType.INT64, Shape.of(1), 1L << 60)));
    assertThat(
        logits(softmax(new boolean[] {true, false})),
        is(Tensor.ofIntegers(DType.BOOL, Shape.of(2), 1, 0)));
    assertThat(logits(softmax(7)), is(Tensor.ofIntegers(DType.INT32, Shape.of(), 7)));
    assertThat(logits(softmax(new float[2][0])).shape(), is(Shape.of(2, 0)));
    assertThat(logits(softmax(new float[0][3])).shape(), is(Shape.of(0, 0)));
  }

  @Test
  void what_is_no_tensor_is_refused() {
    assertRefused(
        "axis 1 holds an array of length 1; expected all of length 2, as in shape [2, 2]",
        () -> softmax(new float[][] {{1, 2}, {3}}));
    assertRefused(
        "axis 1 holds null; expected all of length 2, as in shape [2, 2]",
        () -> softmax(new float[][] {{1, 2}, null}));
    assertRefused(
        "a String is no tensor; expected a Tensor or an array of float, double, int, long or"
            + " boolean",
        () -> softmax("1, 2"));
    assertRefused(
        "a Float[] is no tensor; expected a Tensor or an array of float, double, int, long or"
            + " boolean",
        () -> softmax(new Float[] {1f, null}));
  }

  @Test
  void a_dtype_rounds_the_float_inputs_once() {
    // 1 + 2^-11 + 2^-30 is above the midpoint of two float16 numbers, its float32 neighbour on it.
    double above = 0x1.002p0 + 0x1p-30;
    Computation half = softmax(new double[] {above}).in(DType.FLOAT16);
    assertThat(logits(half), is(Tensor.ofNumbers(DType.FLOAT16, Shape.of(1), 0x1.004p0)));
  }

  @Test
  void a_dtype_is_the_results_where_an_attribute_says_so() {
    assertThat(
        oneHot(new int[] {1})
            .attribute("depth", 3)
            .in(DType.INT32)
            .request()
            .arguments()
            .attributes(),
        is(Map.<String, Object>of("depth", 3L, "dtype", "int32")));
    assertRefused("softmax in int32; expected a float dtype", () -> softmax(1f).in(DType.INT32));
  }

  @Test
  void attributes_and_inputs_are_those_of_the_operation() {
    assertRefused(
        "softmax has no attribute \"axes\"; it has [axis]", () -> softmax(1f).attribute("axes", 0));
    assertRefused(
        "softmax has no input \"mask\"; it has [logits]", () -> softmax(1f).input("mask", true));
    assertRefused(
        "attribute value 0.1 is a Float; expected an Integer, Long, Double, Boolean, String or"
            + " DType",
        () -> softmax(1f).attribute("axis", 0.1f));
  }

  @Test
  void setting_something_leaves_the_first_computation_as_it_was() {
    Computation plain = softmax(new float[2]);
    plain.axis(0).in(DType.FLOAT16).input("logits", 1f);
    assertThat(plain.toString(), is("softmax of logits (float32 [2])"));
  }

  @Test
  void words_name_inputs_and_attributes() {
    assertThat(
        sparseSoftmaxCrossEntropyWithLogits(new int[2], new float[2][3])
            .input("class_weights", new float[3])
            .attribute("reduction", "mean")
            .axis(-1)
            .toString(),
        is(
            "sparse_softmax_cross_entropy_with_logits of labels (int32 [2]), logits (float32 [2,"
                + " 3]), class_weights (float32 [3]) with axis -1, reduction mean"));
  }

  private static Tensor logits(Computation computation) {
    return computation.request().arguments().input("logits");
  }

  private static void assertRefused(String message, Supplier<Computation> wrong) {
    assertThat(assertThrows(IllegalArgumentException.class, wrong::get).getMessage(), is(message));
  }
}
