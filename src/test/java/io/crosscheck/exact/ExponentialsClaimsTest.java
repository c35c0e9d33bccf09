package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What arrays are for, where in them a slice goes, and what they claim of long ones. */
class ExponentialsClaimsTest {

  private static final double U = 0x1p-53;

  /** Of a power that a sum beside 1 loses. */
  private static final double FAR = -36.9;

  private static final double NEAR = -0.25;
  private static final double NONE = Double.NEGATIVE_INFINITY;

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble());
  }

  private static Exponentials of(Stage stage, double... logits) {
    int max = 0;
    for (int k = 0; k < logits.length; k++) {
      max = logits[k] > logits[max] ? k : max;
    }
    return Exponentials.of(stage, logits, max).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("stages")
  void slices_whose_logits_are_all_equal_are_left_to_the_long_way(Stage stage) {
    for (double[] equal : List.of(new double[] {2, 2, 2}, new double[] {2, NONE, 2})) {
      assertTrue(Exponentials.of(stage, equal, 0).isEmpty());
    }
    assertTrue(Exponentials.of(stage, new double[] {2, NONE, 1}, 0).isPresent());
    assertTrue(Exponentials.of(stage, new double[] {2, 2, 1}, 0).isPresent());
    assertTrue(Exponentials.of(Stage.ofBits(192), new double[] {2, 1}, 0).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_slice_goes_where_its_start_and_stride_say(Stage stage) {
    double[] first = {0, 1, 2};
    double[] second = {3, 5, 4};
    Balls balls = Balls.of(stage, 6);
    balls.moveTo(100, 6);
    of(stage, first).fillProbabilities(balls, 100, 2);
    of(stage, second).fillProbabilities(balls, 101, 2);
    assertSoftmax(first, balls, 100);
    assertSoftmax(second, balls, 101);
    Exponentials powers = of(stage, second);
    of(stage, first).fillLogProbabilities(of(stage, first).others().log1p(), balls, 100, 2);
    powers.fillLogProbabilities(powers.others().log1p(), balls, 101, 2);
    assertLogSoftmax(first, balls, 100);
    assertLogSoftmax(second, balls, 101);
  }

  private static void assertSoftmax(double[] logits, Balls balls, int start) {
    double sum = Arrays.stream(logits).map(Math::exp).sum();
    for (int k = 0; k < logits.length; k++) {
      assertEquals(Math.exp(logits[k]) / sum, balls.estimate(start + 2 * k), 1e-14);
    }
  }

  private static void assertLogSoftmax(double[] logits, Balls balls, int start) {
    double log = Math.log(Arrays.stream(logits).map(Math::exp).sum());
    for (int k = 0; k < logits.length; k++) {
      assertEquals(logits[k] - log, balls.estimate(start + 2 * k), 1e-14);
    }
  }

  @Test
  void probabilities_are_claimed_within_what_the_length_of_the_slice_costs() {
    double[] logits = row(1 << 15);
    double n = logits.length;
    assertEquals(8 * U + 2 * n * n * U * U, claimed(Stage.ofDouble(), logits), 0);
    assertEquals(0x1p-74 + n * 0x1p-93, claimed(Stage.ofDoubleDouble(), logits), 0x1p-90);
  }

  private static double claimed(Stage stage, double[] logits) {
    Balls balls = Balls.of(stage, logits.length);
    of(stage, logits).fillProbabilities(balls, 0, 1);
    return balls.relative();
  }

  /** 0, a little less, and terms that a sum in doubles loses one by one. */
  private static double[] row(int n) {
    double[] logits = new double[n];
    Arrays.fill(logits, FAR);
    logits[0] = 0;
    logits[1] = NEAR;
    return logits;
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_sum_of_a_million_terms_is_enclosed_and_as_wide_as_documented(Stage stage) {
    int n = 1 << 20;
    Oracle oracle = Oracle.QUICK;
    BigDecimal each = oracle.exp(new BigDecimal(FAR));
    BigDecimal others =
        oracle.exp(new BigDecimal(NEAR)).add(each.multiply(BigDecimal.valueOf(n - 2)));
    Enclosure found = of(stage, row(n)).others().enclosure();
    assertTrue(oracle.isWithin(others, found), found::toString);
    boolean doubles = stage == Stage.ofDouble();
    double wide = doubles ? 4 * U + 2.0 * n * n * U * U : 0x1p-75 + n * 0x1p-93;
    // In doubles an end moves by an ulp when it is rounded.
    assertEquals(wide, oracle.relativeHalfWidth(found, others), doubles ? 3 * U : 1e-6 * wide);
  }

  @Test
  void a_log_probability_is_claimed_within_the_width_of_the_logarithm_and_the_subtraction() {
    MathContext digits = new MathContext(60);
    Exponentials powers = of(Stage.ofDoubleDouble(), 0, -0.5, -3);
    Real log = powers.others().log1p();
    Balls balls = Balls.of(Stage.ofDoubleDouble(), 3);
    powers.fillLogProbabilities(log, balls, 0, 1);
    Enclosure ends = log.enclosure();
    BigDecimal width = ends.upper().subtract(ends.lower()).divide(ends.lower(), digits);
    BigDecimal least = width.add(Decimals.down(BigFloat.ONE.scaled(-101)));
    BigDecimal most = width.add(Decimals.down(BigFloat.ONE.scaled(-99)));
    BigDecimal claimed = new BigDecimal(balls.relative());
    assertTrue(claimed.compareTo(least) > 0, claimed::toString);
    assertTrue(claimed.compareTo(most) < 0, claimed::toString);
    assertFalse(balls.holds(3));
  }
}
