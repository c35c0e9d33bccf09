package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both sides of every edge: the last number of the dtype within the bound passes, the next one
 * beyond fails. Bounds are worked out by hand from the table of the specification's numerics, in
 * units of u of the dtype computed in; exact values are mpmath 1.3's.
 */
class ToleranceTest {

  private static double u(DType dtype) {
    return (dtype.isHalf() ? DType.FLOAT32 : dtype).unitRoundoff();
  }

  /** One number of {@code dtype} further from 0 (steps &gt; 0) or nearer. */
  private static double step(double x, DType dtype, int direction) {
    double next = x + direction * dtype.ulp(x);
    boolean downFromPowerOfTwo = direction < 0 && dtype.round(x - dtype.ulp(x) / 2) != x;
    return downFromPowerOfTwo ? dtype.round(x - dtype.ulp(x) / 2) : dtype.round(next);
  }

  private interface Answered {
    boolean passes(double result);
  }

  private static boolean within(double y, BigDecimal exact, double allowed) {
    return new BigDecimal(y).subtract(exact).abs().compareTo(new BigDecimal(allowed)) <= 0;
  }

  /** Checks both sides of exact + allowed and of exact − allowed, for an exact value above 0. */
  private static void edges(DType dtype, String value, double allowed, Answered answered) {
    BigDecimal exact = new BigDecimal(value);
    for (int direction : new int[] {1, -1}) {
      double last = dtype.round(exact);
      while (within(step(last, dtype, direction), exact, allowed)) {
        last = step(last, dtype, direction);
      }
      assertThat("at " + last, answered.passes(last), is(true));
      double beyond = step(last, dtype, direction);
      assertThat("beyond " + last, answered.passes(beyond), is(false));
    }
  }

  private static Tensor with(Tensor tensor, int at, double value) {
    double[] numbers = tensor.toDoubles();
    numbers[at] = value;
    return Tensor.ofNumbers(tensor.dtype(), tensor.shape(), numbers);
  }

  // Four equal logits have p = 1/4, a power of two, d = 0, n = 4:
  // strict 8 + ln 4; standard 20 + 2 ln 4 + 4 + 2; relaxed + 4/8.
  @ParameterizedTest
  @CsvSource({
    "FLOAT32, STRICT, 9.386294361119891",
    "FLOAT32, STANDARD, 28.772588722239782",
    "FLOAT32, RELAXED, 29.272588722239782",
    "FLOAT64, STRICT, 9.386294361119891",
    "FLOAT64, STANDARD, 28.772588722239782",
    "FLOAT64, RELAXED, 29.272588722239782"
  })
  void softmax_at_a_power_of_two(DType dtype, Profile profile, double units) {
    Question equal = Question.of("softmax", dtype).input("logits", "[7, 7, 7, 7]").by(profile);
    Tensor exact = Tensor.ofNumbers(dtype, Shape.of(4), 0.25, 0.25, 0.25, 0.25);
    double allowed = 0.25 * units * u(dtype) + 2 * dtype.smallestSubnormal();
    edges(dtype, "0.25", allowed, y -> equal.on(with(exact, 1, y)).passed());
  }

  // strict: the rounding, 0.5 ulp (2^-13 of float16, 2^-10 of bfloat16 at 1/4); else 2 ulp and 2
  // eta.
  @ParameterizedTest
  @CsvSource({
    "FLOAT16, STRICT, 0x1p-13, 9.386294361119891",
    "FLOAT16, STANDARD, 0x1.0004p-11, 28.772588722239782",
    "BFLOAT16, STRICT, 0x1p-10, 9.386294361119891",
    "BFLOAT16, STANDARD, 0x1p-8, 28.772588722239782"
  })
  void softmax_of_halves_adds_the_rounding(
      DType dtype, Profile profile, String rounding, double units) {
    Question equal = Question.of("softmax", dtype).input("logits", "[7, 7, 7, 7]").by(profile);
    Tensor exact = Tensor.ofNumbers(dtype, Shape.of(4), 0.25, 0.25, 0.25, 0.25);
    double allowed = 0.25 * units * 0x1p-24 + Double.parseDouble(rounding);
    edges(dtype, "0.25", allowed, y -> equal.on(with(exact, 1, y)).passed());
  }

  // softmax([0, -3]): p = 1/(1 + e^3) = 0.04742587317756678, d = -3, n = 2, S(2) = 3:
  // strict 8 + 3 + ln 2; standard 20 + 6 + 2 ln 2 + 3.
  @ParameterizedTest
  @CsvSource({
    "FLOAT32, STRICT, 11.693147180559945", "FLOAT32, STANDARD, 30.38629436111989",
    "FLOAT64, STRICT, 11.693147180559945", "FLOAT64, STANDARD, 30.38629436111989"
  })
  void softmax_grows_with_the_distance_from_the_maximum(
      DType dtype, Profile profile, double units) {
    Question gap = Question.of("softmax", dtype).input("logits", "[0, -3]").by(profile);
    String p = "0.0474258731775667809";
    double exact = Double.parseDouble(p);
    Tensor rest = Tensor.ofNumbers(dtype, Shape.of(2), 0.9525741268224332, exact);
    edges(dtype, p, exact * units * u(dtype), y -> gap.on(with(rest, 1, y)).passed());
  }

  // log_softmax([0, 0]): y = -ln 2, n = 2: strict 8 + ln 2 + 2 ln 2; standard 14 + ln 2 + 3 + 4 ln
  // 2.
  // log_sum_exp([0, 0]) = ln 2 = ln S: strict 8 + ln 2 + 2 ln 2 + ln 2; standard 14 + 3 + 6 ln 2.
  @ParameterizedTest
  @CsvSource({
    "log_softmax, STRICT, 10.079441541679836",
    "log_softmax, STANDARD, 20.465735902799727",
    "log_sum_exp, STRICT, 10.772588722239782",
    "log_sum_exp, STANDARD, 21.158883083359672"
  })
  void logarithms_have_an_absolute_bound(String operation, Profile profile, double units) {
    for (DType dtype : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
      Question zeros = Question.of(operation, dtype).input("logits", "[0, 0]").by(profile);
      double ln2 = 0.6931471805599453;
      edges(
          dtype,
          "0.69314718055994530942",
          units * u(dtype),
          y ->
              (operation.equals("log_softmax")
                      ? zeros.on(-y, dtype.round(-ln2))
                      : zeros.onScalar(y))
                  .passed());
    }
  }

  // sigmoid(0) = 1/2: strict 5, else 8. sigmoid(2) = 0.8807970779778824, 1 - p =
  // 0.1192029220221176:
  // strict 5 + 2(1 - p), else 8 + 4(1 - p).
  @ParameterizedTest
  @CsvSource({
    "0, 0.5, STRICT, 5",
    "0, 0.5, STANDARD, 8",
    "2, 0.8807970779778824, STRICT, 5.238405844044235",
    "2, 0.8807970779778824, STANDARD, 8.476811688088471"
  })
  void sigmoid(String logit, String exact, Profile profile, double units) {
    Question one =
        Question.of("sigmoid", DType.FLOAT32).input("logits", "[" + logit + "]").by(profile);
    double allowed = Double.parseDouble(exact) * units * 0x1p-24;
    edges(DType.FLOAT32, exact, allowed, y -> one.on(y).passed());
  }

  // z = 1/2, x = 1: y = softplus(1) - 1/2 = 0.8132616875182228; 8(1 + 1)(1/2 + 1/2) = 16.
  // z = 1, x = 0: y = ln 2, 8 ln 2 (tighter than 8).
  @ParameterizedTest
  @CsvSource({"0.5, 1, 0.8132616875182228, 16", "1, 0, 0.6931471805599453, 5.545177444479562"})
  void sigmoid_cross_entropy(String label, String logit, String exact, double units) {
    for (Profile profile : Profile.values()) {
      Question one =
          Question.of("sigmoid_cross_entropy_with_logits", DType.FLOAT32)
              .input("labels", "[" + label + "]")
              .input("logits", "[" + logit + "]")
              .by(profile);
      edges(DType.FLOAT32, exact, units * 0x1p-24, y -> one.on(y).passed());
    }
  }

  // One non-zero label on logits 0, 0: l = -ln 2, as log_softmax, with 4 + S(1) = 5 for 4 in the
  // standard profile: 14 + ln 2 + 3 + 5 ln 2. Weighted by t = 3. A mean of two such losses adds
  // 2 + S(2) = 5 (strict 2 + log2 2 = 3) times the loss.
  @ParameterizedTest
  @CsvSource({
    "none, STRICT, 10.079441541679836",
    "none, STANDARD, 21.158883083359672",
    "mean, STRICT, 12.158883083359672",
    "mean, STANDARD, 24.6246189861594"
  })
  void cross_entropy_of_a_slice_and_its_mean(String reduction, Profile profile, double units) {
    Question rows =
        Question.of("softmax_cross_entropy_with_logits", DType.FLOAT32)
            .input("labels", "[[3, 0], [3, 0]]")
            .input("logits", "[[0, 0], [0, 0]]")
            .attribute("reduction", reduction)
            .by(profile);
    double exact = 2.0794415416798357;
    edges(
        DType.FLOAT32,
        "2.0794415416798359283",
        3 * units * 0x1p-24,
        y -> (reduction.equals("none") ? rows.on(exact, y) : rows.onScalar(y)).passed());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void two_subnormals_are_allowed_beside_an_exact_zero(DType dtype) {
    double eta = dtype.smallestSubnormal();
    Question none =
        Question.of("softmax", dtype)
            .input("logits", "[0, -Infinity]")
            .declaring(Choice.SUBNORMALS, "kept");
    // A half may be off by 2 ulp more.
    int most = dtype.isHalf() ? 4 : 2;
    assertThat(none.on(1, most * eta).passed(), is(true));
    assertThat(none.on(1, (most + 1) * eta).passed(), is(false));
    assertThat(none.on(1, -0.0).passed(), is(true));
  }

  @Test
  void a_subnormal_result_may_be_flushed_where_that_is_declared_or_open() {
    // e^-95 is 5.5e-42, a subnormal; e^-85 is 1.2e-37, a normal number.
    Question tiny = Question.of("softmax", DType.FLOAT32).input("logits", "[0, -95]");
    assertThat(tiny.on(1, 0).passed(), is(true));
    assertThat(tiny.on(1, 0).observed().get(Choice.SUBNORMALS), is("flushed"));
    assertThat(tiny.declaring(Choice.SUBNORMALS, "flushed").on(1, 0).passed(), is(true));
    assertThat(tiny.declaring(Choice.SUBNORMALS, "kept").on(1, 0).passed(), is(false));
    assertThat(tiny.on(1, Math.exp(-95)).observed().get(Choice.SUBNORMALS), is("kept"));
    Question normal = Question.of("softmax", DType.FLOAT32).input("logits", "[0, -85]");
    assertThat(normal.on(1, 0).passed(), is(false));
  }

  @Test
  void special_values_must_be_met_by_kind_and_sign() {
    Question infinite = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[Infinity, 0]");
    assertThat(infinite.on("Infinity").passed(), is(true));
    assertThat(infinite.on("-Infinity").passed(), is(false));
    assertThat(infinite.on("NaN").passed(), is(false));
    assertThat(infinite.on("3.4e38").passed(), is(false));
    Question nan = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[NaN, 0]");
    assertThat(nan.on("NaN").passed(), is(true));
    assertThat(nan.on("0").passed(), is(false));
    Question finite = Question.of("log_sum_exp", DType.FLOAT32).input("logits", "[0, 0]");
    assertThat(finite.on("NaN").passed(), is(false));
  }

  @Test
  void what_is_exact_allows_no_error_at_all() {
    Question masked =
        Question.of("masked_softmax", DType.FLOAT32)
            .input("logits", "[1, 1, 9]")
            .input("mask", Tensor.ofIntegers(DType.BOOL, Shape.of(3), 1, 1, 0));
    assertThat(masked.on("[0.5, 0.5, 0]").passed(), is(true));
    assertThat(masked.on("[0.5, 0.5, 1e-45]").passed(), is(false));
    assertThat(masked.on("[0.5, 0.5, -0.0]").passed(), is(true));
    Question oneHot =
        Question.of("one_hot", DType.FLOAT32).labels("indices", "[1]").attribute("depth", 2L);
    assertThat(oneHot.on("[[0, 1]]").passed(), is(true));
    assertThat(oneHot.on("[[0, 1.0000001]]").passed(), is(false));
  }

  @Test
  void the_error_is_measured_in_ulps_of_the_exact_value() {
    Question equal = Question.of("softmax", DType.FLOAT32).input("logits", "[1, 1]");
    Measurement measured = equal.on(0.5 + 0x1p-22, 0.5 - 0x1p-23).measurement().orElseThrow();
    assertThat(measured.worstUlp(), is(4.0));
    assertThat(measured.sumUlp(), is(6.0));
    assertThat(measured.signedSumUlp(), is(2.0));
    // 20 + 2 ln 2 + 3, times u/2
    double allowed = 24.38629436111989 * 0x1p-25;
    assertThat(measured.worstOverBound(), closeTo(0x1p-22 / allowed, 1e-12));
    assertThat(measured.worst().get().index(), is(0));
  }
}
