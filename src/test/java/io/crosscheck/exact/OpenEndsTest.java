package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.tensor.DType;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a number may lie at an end decides signs beside 0 and roundings beside ties. */
class OpenEndsTest {

  /** Halfway between 1 and the next float. */
  private static final double TIE = 1 + 0x1p-24;

  private static final double AFTER = 1 + 0x1p-23;

  static Stream<Stage> stages() {
    return Stream.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));
  }

  static Stream<Stage> wideStages() {
    return stages().skip(1);
  }

  /** A positive number that no stage tells from 0 but by its open end. */
  private static Real tiny(Stage stage) {
    return stage.of(-1e9).exp();
  }

  private static void assertSign(String sign, Real real) {
    assertEquals(Real.Sign.valueOf(sign), real.sign());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_sum_of_numbers_on_one_side_of_0_is_on_it_if_either_is_not_0(Stage stage) {
    assertSign("POSITIVE", tiny(stage).plus(stage.of(0)));
    assertSign("POSITIVE", stage.of(0).plus(tiny(stage)));
    assertSign("POSITIVE", tiny(stage).plus(Intervals.of(stage, 0, 1)));
    assertSign("POSITIVE", Intervals.of(stage, 0, 1).plus(tiny(stage)));
    assertSign("NEGATIVE", tiny(stage).negated().plus(stage.of(0)));
    assertSign("NEGATIVE", stage.of(0).plus(tiny(stage).negated()));
    assertSign("NEGATIVE", tiny(stage).negated().plus(tiny(stage).negated()));
    assertSign("UNKNOWN", Intervals.of(stage, 0, 1).plus(Intervals.of(stage, 0, 1)));
    assertSign("UNKNOWN", Intervals.of(stage, -1, 0).plus(Intervals.of(stage, -1, 0)));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_sum_of_numbers_on_both_sides_may_be_0_at_its_end(Stage stage) {
    assertSign("UNKNOWN", Intervals.of(stage, 1, 2).plus(Intervals.of(stage, -1, 0)));
    assertSign("UNKNOWN", Intervals.of(stage, -1, 0).plus(Intervals.of(stage, 1, 2)));
    assertSign("UNKNOWN", Intervals.of(stage, -2, -1).plus(Intervals.of(stage, 0, 1)));
    assertSign("UNKNOWN", Intervals.of(stage, 0, 1).plus(Intervals.of(stage, -2, -1)));
    assertSign("UNKNOWN", tiny(stage).minus(tiny(stage)));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_maximum_is_above_0_if_either_is_and_below_if_both_are(Stage stage) {
    Real above = tiny(stage);
    Real below = above.negated();
    Real notBelow = Intervals.of(stage, 0, 1);
    Real notAbove = Intervals.of(stage, -1, 0);
    Real around = Intervals.of(stage, -1, 1);
    for (Real other : new Real[] {stage.of(0), notBelow, notAbove, around, below, above}) {
      assertSign("POSITIVE", above.max(other));
      assertSign("POSITIVE", other.max(above));
      assertSign("NEGATIVE", below.min(other));
      assertSign("NEGATIVE", other.min(below));
    }
    assertSign("NEGATIVE", below.max(below));
    assertSign("UNKNOWN", below.max(notAbove));
    assertSign("UNKNOWN", notAbove.max(below));
    assertSign("UNKNOWN", notAbove.max(notAbove));
    assertSign("UNKNOWN", notBelow.max(notBelow));
    assertSign("UNKNOWN", notBelow.max(below));
    assertSign("UNKNOWN", around.max(below));
    assertSign("UNKNOWN", below.max(Intervals.of(stage, -1, 1)));
    assertSign("UNKNOWN", Intervals.of(stage, -3, -2).max(Intervals.of(stage, 0, 1)));
    assertSign("UNKNOWN", Intervals.of(stage, 0, 1).max(Intervals.of(stage, -3, -2)));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_logarithm_may_be_0_at_its_end_but_not_beyond(Stage stage) {
    assertSign("UNKNOWN", Intervals.of(stage, 1, 2).ln());
    assertSign("UNKNOWN", Intervals.of(stage, 0.5, 1).ln());
    assertSign("UNKNOWN", Intervals.of(stage, 0, 1).log1p());
    assertSign("UNKNOWN", Intervals.of(stage, -0.5, 0).log1p());
    assertSign("POSITIVE", stage.of(3).ln().times(tiny(stage)));
    assertSign("NEGATIVE", stage.of(0.3).ln().times(tiny(stage)));
    assertSign("POSITIVE", tiny(stage).log1p());
  }

  @ParameterizedTest
  @MethodSource("stages")
  void a_difference_of_numbers_that_differ_is_not_0(Stage stage) {
    assertSign("POSITIVE", stage.difference(1, 1e-20).times(tiny(stage)));
    assertSign("NEGATIVE", stage.difference(-1, 1e-20).times(tiny(stage)));
    assertSign("ZERO", stage.difference(3, 3).times(tiny(stage)));
  }

  @ParameterizedTest
  @MethodSource("wideStages")
  void a_logarithm_of_what_is_beside_minus_1_has_its_side(Stage stage) {
    Real above = stage.of(-1).plus(tiny(stage)).log1p();
    assertFalse(above.isUnknown());
    assertSign("NEGATIVE", above);
    assertTrue(above.enclosure().isUnbounded());
    Real below = stage.of(-1).minus(tiny(stage)).log1p();
    assertEquals(Double.NaN, below.enclosure().estimate());
    assertTrue(Intervals.of(stage, -1, -0.5).log1p().isUnknown());
    assertTrue(Intervals.of(stage, -2, -1).log1p().isUnknown());
  }

  @ParameterizedTest
  @MethodSource("wideStages")
  void an_open_end_stays_open_through_functions(Stage stage) {
    Real aboveOne = tiny(stage).exp();
    assertSign("POSITIVE", aboveOne.minus(stage.of(1)));
    assertSign("NEGATIVE", tiny(stage).negated().exp().minus(stage.of(1)));
    assertSign("UNKNOWN", Intervals.of(stage, 0, 1).exp().minus(stage.of(1)));
  }

  @ParameterizedTest
  @MethodSource("wideStages")
  void an_open_end_at_a_tie_decides_it_after_products_and_quotients(Stage stage) {
    Real tie = stage.of(TIE);
    Real aboveOne = tiny(stage).exp();
    Real belowOne = tiny(stage).negated().exp();
    Real aboveTie = tie.times(aboveOne);
    assertRounded(OptionalDouble.of(AFTER), aboveTie);
    assertRounded(OptionalDouble.of(AFTER), aboveOne.times(tie));
    assertRounded(OptionalDouble.of(1), belowOne.times(tie));
    assertRounded(OptionalDouble.of(AFTER), tie.dividedBy(belowOne));
    assertRounded(OptionalDouble.of(1), tie.dividedBy(aboveOne));
    assertRounded(OptionalDouble.of(AFTER), aboveTie.dividedBy(stage.of(1)));
    assertRounded(OptionalDouble.of(AFTER), aboveTie.times(stage.of(1)));
  }

  @ParameterizedTest
  @MethodSource("wideStages")
  void a_closed_end_at_a_tie_leaves_it_open_after_products_and_quotients(Stage stage) {
    Real fromTie = Intervals.of(stage, TIE, TIE + 0x1p-26);
    assertRounded(OptionalDouble.empty(), fromTie);
    assertRounded(OptionalDouble.empty(), fromTie.times(stage.of(1)));
    assertRounded(OptionalDouble.empty(), stage.of(1).times(fromTie));
    assertRounded(OptionalDouble.empty(), fromTie.dividedBy(stage.of(1)));
    assertRounded(OptionalDouble.empty(), fromTie.plus(stage.of(0)));
    assertRounded(OptionalDouble.empty(), fromTie.max(stage.of(0)));
  }

  @Test
  void an_end_that_was_rounded_is_open() {
    Stage stage = Stage.ofBits(192);
    Real little = Intervals.of(stage, 0x1p-300, 0x1p-299);
    assertRounded(OptionalDouble.of(AFTER), little.plus(stage.of(TIE)));
    assertRounded(OptionalDouble.of(1), little.negated().plus(stage.of(TIE)));
  }

  private static void assertRounded(OptionalDouble expected, Real real) {
    assertEquals(expected, real.enclosure().rounded(DType.FLOAT32));
  }

  @Test
  void of_two_ends_at_one_place_the_closed_one_claims_less() {
    End<BigFloat> open = new End<>(BigFloat.ONE, true);
    End<BigFloat> closed = new End<>(BigFloat.ONE, false);
    assertSame(closed, End.lower(open, closed));
    assertSame(closed, End.lower(closed, open));
    assertSame(closed, End.upper(open, closed));
    assertSame(closed, End.upper(closed, open));
    End<BigFloat> higher = new End<>(BigFloat.of(2), true);
    assertSame(open, End.lower(higher, open));
    assertSame(higher, End.upper(higher, open));
  }
}
