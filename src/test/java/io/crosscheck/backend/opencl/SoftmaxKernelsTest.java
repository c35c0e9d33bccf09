package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxKernelsTest extends OnDevice {

  private static final int MANY = 131_072;
  private static final double FAINT = (float) -16.6356;

  @Test
  void logarithms_of_1_2_and_5_give_eighths() {
    Tensor logits = row(0, 0, Math.log(2), Math.log(4));
    Tensor p = compute("softmax", Map.of("logits", logits));
    assertNear("0.125000", p.number(0));
    assertNear("0.250000", p.number(2));
    assertNear("0.500000", p.number(3));
  }

  @Test
  void equal_logits_share_exactly() {
    Tensor p = compute("softmax", Map.of("logits", row(3e38, 3e38, 3e38, 3e38)));
    assertExactly(p, Shape.of(4), 0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void the_dominant_class_keeps_its_tiny_logarithm() {
    Tensor l = compute("log_softmax", Map.of("logits", row(0, -30)));
    // exp(-30) to six digits.
    assertEquals(-9.35762e-14, l.number(0), 1e-19);
    assertEquals(-30, l.number(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void every_length_up_to_70_conforms_in_every_dtype(DType dtype) {
    for (int n = 1; n <= 70; n++) {
      Tensor logits = Generator.draw("normal 5", dtype, Shape.of(n), n);
      assertAllThree(logits, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"normal 30", "dominant 40", "offset 1e4", "alternating 88", "equal 7"})
  void slices_shared_by_many_lanes_conform(String family) {
    for (int n : new int[] {127, 128, 1000, 1025}) {
      assertAllThree(Generator.draw(family, DType.FLOAT32, Shape.of(n), 1), 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, -1, -2, -3})
  void every_axis_of_three_conforms(int axis) {
    assertAllThree(Generator.draw("normal 5", DType.FLOAT32, Shape.of(5, 3, 7), 2), axis);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void more_slices_than_one_work_group_holds_conform(int axis) {
    assertAllThree(Generator.draw("normal 5", DType.FLOAT32, Shape.of(14, 13, 9), 3), axis);
  }

  private static void assertAllThree(Tensor logits, int axis) {
    int front = Math.floorMod(axis, logits.shape().rank());
    Slices slices = Slices.of(logits.shape(), front);
    BigDecimal[] softmax = new BigDecimal[logits.size()];
    BigDecimal[] logSoftmax = new BigDecimal[logits.size()];
    BigDecimal[] logSumExp = new BigDecimal[slices.count()];
    for (int s = 0; s < slices.count(); s++) {
      double[] x = new double[slices.length()];
      for (int k = 0; k < x.length; k++) {
        x[k] = logits.number(slices.index(s, k));
      }
      BigDecimal[] exponentials = Decimals.exponentials(x);
      BigDecimal sum = Decimals.sum(exponentials);
      logSumExp[s] = Decimals.ln(sum);
      for (int k = 0; k < x.length; k++) {
        softmax[slices.index(s, k)] = Decimals.quotient(exponentials[k], sum);
        logSoftmax[slices.index(s, k)] = Decimals.logSoftmax(x[k], logSumExp[s]);
      }
    }
    Map<String, Tensor> inputs = Map.of("logits", logits);
    Map<String, Object> with = Map.of("axis", (long) axis);
    assertWithin(Profile.STANDARD, "softmax", inputs, with, softmax);
    assertWithin(Profile.STANDARD, "log_softmax", inputs, with, logSoftmax);
    assertWithin(Profile.STANDARD, "log_sum_exp", inputs, with, logSumExp);
  }

  @Test
  void a_long_slice_that_stalls_a_single_chain_of_additions_stays_strict() {
    double[] x = new double[MANY];
    Arrays.fill(x, 1, MANY, FAINT);
    BigDecimal faint = Decimals.exp(FAINT);
    BigDecimal sum = faint.multiply(BigDecimal.valueOf(MANY - 1)).add(BigDecimal.ONE);
    BigDecimal[] softmax = new BigDecimal[MANY];
    BigDecimal[] logSoftmax = new BigDecimal[MANY];
    BigDecimal log = Decimals.ln(sum);
    Arrays.fill(softmax, Decimals.quotient(faint, sum));
    Arrays.fill(logSoftmax, new BigDecimal(FAINT).subtract(log));
    softmax[0] = Decimals.quotient(BigDecimal.ONE, sum);
    logSoftmax[0] = log.negate();
    Map<String, Tensor> inputs = Map.of("logits", row(x));
    assertWithin(Profile.STRICT, "softmax", inputs, Map.of(), softmax);
    assertWithin(Profile.STRICT, "log_softmax", inputs, Map.of(), logSoftmax);
    assertWithin(Profile.STRICT, "log_sum_exp", inputs, Map.of(), new BigDecimal[] {log});
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 1, 2, NaN, NaN, NaN, NaN",
    "1, Infinity, 2, NaN, NaN, NaN, Infinity",
    "-Infinity, -Infinity, -Infinity, NaN, NaN, NaN, -Infinity",
    "-Infinity, 7, -Infinity, 0, 1, 0, 7",
    "Infinity, NaN, 1, NaN, NaN, NaN, NaN",
    "NaN, Infinity, 1, NaN, NaN, NaN, NaN"
  })
  void special_logits_settle_the_slice(
      double a, double b, double c, double p, double q, double r, double whole) {
    Map<String, Tensor> inputs = Map.of("logits", row(a, b, c));
    assertExactly(compute("softmax", inputs), Shape.of(3), p, q, r);
    assertExactly(
        compute("log_softmax", inputs), Shape.of(3), Math.log(p), Math.log(q), Math.log(r));
    assertExactly(compute("log_sum_exp", inputs), Shape.of(), whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 199})
  void a_not_a_number_poisons_its_own_slice_only(int at) {
    double[] x = new double[600];
    x[200 + at] = Double.NaN;
    Tensor logits = tensor(DType.FLOAT32, Shape.of(3, 200), x);
    Tensor p = compute("softmax", Map.of("logits", logits));
    for (int i = 0; i < x.length; i++) {
      assertEquals(i / 200 == 1, Double.isNaN(p.number(i)), "element " + i);
    }
  }

  @Test
  void nothing_gives_nothing() {
    Map<String, Tensor> noRows = Map.of("logits", tensor(DType.FLOAT32, Shape.of(0, 3)));
    Map<String, Tensor> noClasses = Map.of("logits", tensor(DType.FLOAT32, Shape.of(2, 0)));
    assertExactly(compute("softmax", noRows), Shape.of(0, 3));
    assertExactly(compute("softmax", noClasses), Shape.of(2, 0));
    assertExactly(compute("log_sum_exp", noRows), Shape.of(0));
    double none = Double.NEGATIVE_INFINITY;
    assertExactly(compute("log_sum_exp", noClasses), Shape.of(2), none, none);
    assertExactly(
        compute("sigmoid", Map.of("logits", tensor(DType.FLOAT32, Shape.of(0)))), Shape.of(0));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void sigmoid_conforms_from_one_tail_to_the_other(DType dtype) {
    double[] x = {-103, -90, -87.4, -80.5, -17, -1, -1e-3, 0, 1e-3, 1, 10, 17, 90, 800};
    Tensor logits = tensor(dtype, Shape.of(x.length), x);
    BigDecimal[] expected =
        Arrays.stream(logits.toDoubles()).mapToObj(Decimals::sigmoid).toArray(BigDecimal[]::new);
    assertWithin(Profile.STANDARD, "sigmoid", Map.of("logits", logits), Map.of(), expected);
  }

  @Test
  void sigmoid_of_special_values_is_exact() {
    double infinity = Double.POSITIVE_INFINITY;
    Tensor p = compute("sigmoid", Map.of("logits", row(-infinity, 0, infinity, Double.NaN)));
    assertExactly(p, Shape.of(4), 0, 0.5, 1, Double.NaN);
  }

  @Test
  void subnormal_probabilities_are_what_the_description_says() {
    Tensor p = compute("softmax", Map.of("logits", row(0, -95)));
    String declared = backend().description().choices().getOrDefault("subnormals", "");
    if (declared.equals("kept")) {
      // exp(-95) = 5.5211e-42 is 3940 units of 2^-149.
      assertEquals(5.5211e-42, p.number(1), 2 * 0x1p-149);
    } else {
      assertEquals(0, p.number(1), 0x1p-126);
    }
  }

  @Test
  void masked_logits_never_reach_a_result() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(2, 3), 1, Double.NaN, 1, 5, 6, 7);
    Tensor mask = Tensor.ofIntegers(DType.BOOL, Shape.of(2, 3), 1, 0, 1, 0, 0, 0);
    Tensor p = compute("masked_softmax", Map.of("logits", logits, "mask", mask));
    double nan = Double.NaN;
    assertExactly(p, Shape.of(2, 3), 0.5, 0, 0.5, nan, nan, nan);
  }

  @Test
  void a_kept_not_a_number_leaves_masked_positions_at_zero() {
    Tensor logits = row(1, Double.NaN, Double.POSITIVE_INFINITY);
    Tensor mask = Tensor.ofIntegers(DType.BOOL, Shape.of(3), 1, 1, 0);
    Tensor p = compute("masked_softmax", Map.of("logits", logits, "mask", mask));
    assertExactly(p, Shape.of(3), Double.NaN, Double.NaN, 0);
  }

  @Test
  void a_mask_row_is_broadcast() {
    Tensor logits = tensor(DType.FLOAT32, Shape.of(2, 3), 4, 9, 4, 0, 9, 0);
    Tensor mask = Tensor.ofIntegers(DType.BOOL, Shape.of(3), 1, 0, 1);
    Tensor p = compute("masked_softmax", Map.of("logits", logits, "mask", mask));
    assertExactly(p, Shape.of(2, 3), 0.5, 0, 0.5, 0.5, 0, 0.5);
  }
}
