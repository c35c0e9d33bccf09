package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results that a stage can write have no width. */
class ExactCasesTest {

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void equal_logits_give_one_over_a_count_that_is_a_power_of_two(Stage stage) {
    Real one = stage.difference(7.3, 7.3).exp();
    Real sum = stage.of(0);
    for (int i = 0; i < 8; i++) {
      sum = sum.plus(one);
    }
    assertExactly("0.125", one.dividedBy(sum));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void functions_are_exact_where_they_are_rational(Stage stage) {
    assertExactly("1", stage.of(0).exp());
    assertExactly("1", stage.of(-0.0).exp());
    assertExactly("0", stage.of(1).ln());
    assertExactly("0", stage.of(0).log1p());
    assertExactly("0", stage.of(Double.NEGATIVE_INFINITY).exp());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void arithmetic_is_exact_where_the_result_fits(Stage stage) {
    assertExactly("0.75", stage.of(1).minus(stage.of(0.25)));
    assertExactly("21", stage.of(7).times(stage.of(3)));
    assertExactly("7", stage.of(21).dividedBy(stage.of(3)));
    assertExactly("-2.5", stage.of(5).dividedBy(stage.of(-2)));
    assertExactly("3", stage.of(3).max(stage.of(-4)));
    assertExactly("-4", stage.of(3).min(stage.of(-4)));
    assertExactly("0", stage.of(3).exp().times(stage.of(0)));
    assertExactly("0", stage.of(0).dividedBy(stage.of(3).exp()));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void zero_and_one_are_neutral_without_widening(Stage stage) {
    Real e = stage.of(1).exp();
    assertEquals(e.enclosure().lower(), e.plus(stage.of(0)).enclosure().lower());
    assertEquals(e.enclosure().upper(), e.times(stage.of(1)).enclosure().upper());
    assertEquals(e.enclosure().lower(), e.dividedBy(stage.of(1)).enclosure().lower());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void powers_of_two_scale_exactly(Stage stage) {
    Real e = stage.of(1).exp();
    BigDecimal quarter = e.enclosure().lower().multiply(new BigDecimal("0.25"));
    assertEquals(0, quarter.compareTo(e.dividedBy(stage.of(4)).enclosure().lower()));
  }

  private static void assertExactly(String expected, Real real) {
    Enclosure enclosure = real.enclosure();
    BigDecimal value = new BigDecimal(expected);
    assertEquals(0, value.compareTo(enclosure.lower()), () -> "lower end " + enclosure.lower());
    assertEquals(0, value.compareTo(enclosure.upper()), () -> "upper end " + enclosure.upper());
  }
}
