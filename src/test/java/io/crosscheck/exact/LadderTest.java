package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.tensor.DType;
import java.math.BigDecimal;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What one stage leaves open a later one decides. */
class LadderTest {

  private static Real sigmoid(Stage stage, double x) {
    return stage.of(1).dividedBy(stage.of(1).plus(stage.of(-x).exp()));
  }

  /** The correctly rounded value, from the first stage that knows it. */
  private static double decide(Function<Stage, Real> value, DType dtype) {
    Stage stage = Stage.ofDouble();
    while (value.apply(stage).enclosure().rounded(dtype).isEmpty()) {
      stage = stage.next();
    }
    return value.apply(stage).enclosure().rounded(dtype).getAsDouble();
  }

  @Test
  void a_tie_missed_by_2_to_the_minus_161_is_decided_at_192_bits() {
    // 1/2 + x/4 − x³/48 + …: with x = 2^−52 the first two terms lie halfway between two doubles.
    double x = 0x1p-52;
    assertTrue(sigmoid(Stage.ofDouble(), x).enclosure().rounded(DType.FLOAT64).isEmpty());
    assertTrue(sigmoid(Stage.ofDoubleDouble(), x).enclosure().rounded(DType.FLOAT64).isEmpty());
    Enclosure decided = sigmoid(Stage.ofBits(192), x).enclosure();
    assertEquals(0.5, decided.rounded(DType.FLOAT64).orElseThrow());
    // Of −x it's 1/2 − x/4 + x³/48, halfway between neighbours of the binade below.
    assertEquals(0.5 - 0x1p-54, decide(stage -> sigmoid(stage, -x), DType.FLOAT64));
  }

  @Test
  void log_sum_exp_near_zero_is_decided() {
    // ln(2 e^a) = a + ln 2, a = fl(−ln 2) in float32
    double a = (float) -Math.log(2);
    double decided = decide(s -> s.of(a).plus(s.of(1).log1p()), DType.FLOAT64);
    BigDecimal exact = new BigDecimal(a).add(Oracle.FINE.ln(BigDecimal.valueOf(2)));
    assertEquals(exact.doubleValue(), decided);
    assertEquals(-1.9046542999577678785e-9, decided);
  }

  @Test
  void a_tie_and_a_positive_number_however_small_round_up() {
    double tie = 1 + 0x1p-24;
    double above = decide(s -> s.of(tie).plus(s.of(-1e30).exp()), DType.FLOAT32);
    assertEquals(1 + 0x1p-23, above);
    assertEquals(1, decide(s -> s.of(tie).minus(s.of(-1e30).exp()), DType.FLOAT32));
    // The next below 1 + 2^−23 · 3/2 shows that above isn't merely rounded to even.
    double odd = 1 + 0x1.8p-23;
    assertEquals(1 + 0x1p-23, decide(s -> s.of(odd).minus(s.of(-5e4).exp()), DType.FLOAT32));
  }

  @Test
  void a_power_below_all_doubles_is_told_from_zero() {
    Enclosure tiny = Stage.ofBits(192).of(-1000).exp().enclosure();
    assertTrue(tiny.lower().signum() > 0);
    assertTrue(tiny.upper().compareTo(new BigDecimal("1e-434")) < 0);
    assertEquals(new Enclosure.Distance(0, Double.MIN_VALUE), tiny.distanceFrom(0));
    assertEquals(0.0, tiny.rounded(DType.FLOAT64).orElseThrow());
  }

  @Test
  void a_power_beyond_all_doubles_rounds_to_infinity() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, decide(s -> s.of(710).exp(), DType.FLOAT64));
    assertEquals(infinity, decide(s -> s.of(1e30).exp(), DType.FLOAT64));
    assertEquals(Math.exp(709.5), decide(s -> s.of(709.5).exp(), DType.FLOAT64), 1e293);
  }

  @Test
  void enclosures_tighten_from_stage_to_stage() {
    for (double x : new double[] {-500, -20, -1e-5, 1e-300, 0.7, 3, 500}) {
      assertTightening(stage -> stage.of(x).exp());
      assertTightening(stage -> sigmoid(stage, x));
      assertTightening(stage -> stage.of(x).exp().log1p());
    }
  }

  private static void assertTightening(Function<Stage, Real> value) {
    Stage stage = Stage.ofDouble();
    Enclosure wide = value.apply(stage).enclosure();
    for (int i = 0; i < 3; i++) {
      stage = stage.next();
      Enclosure narrow = value.apply(stage).enclosure();
      assertTrue(width(narrow).compareTo(width(wide)) < 0, stage + ": " + narrow);
      boolean meet =
          narrow.lower().compareTo(wide.upper()) <= 0
              && wide.lower().compareTo(narrow.upper()) <= 0;
      assertTrue(meet, stage + ": " + narrow + " is apart from " + wide);
      wide = narrow;
    }
  }

  private static BigDecimal width(Enclosure enclosure) {
    return enclosure.upper().subtract(enclosure.lower());
  }

  @Test
  void the_ladder_goes_from_double_over_double_double_to_doubling_bits() {
    assertEquals(Stage.ofDoubleDouble(), Stage.ofDouble().next());
    assertEquals(Stage.ofBits(192), Stage.ofDoubleDouble().next());
    assertEquals(Stage.ofBits(384), Stage.ofBits(192).next());
    assertEquals(Stage.ofBits(24_576), Stage.ofBits(12_288).next());
  }

  @Test
  void stages_are_named_in_messages() {
    assertEquals("double", Stage.ofDouble().toString());
    assertEquals("double-double", Stage.ofDoubleDouble().toString());
    assertEquals("192 bits", Stage.ofBits(192).toString());
  }

  @Test
  void a_question_that_no_precision_decides_ends_in_an_error() {
    Throwable thrown = assertThrows(IllegalStateException.class, Stage.ofBits(24_576)::next);
    assertTrue(thrown.toString().contains("24576 bits"), thrown::toString);
  }
}
