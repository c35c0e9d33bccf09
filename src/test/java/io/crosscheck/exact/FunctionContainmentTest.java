package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FunctionContainmentTest {

  private static final List<Stage> STAGES =
      List.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));

  /** The widths that the stages' documentation claims, with the rounding of both ends. */
  private static final double[] HALF_WIDTHS = {0x1p-50, 0x1p-89, 0x1p-190};

  @Test
  void every_stage_encloses_exp() {
    check(Samples.ordinary(5000).filter(x -> Math.abs(x) < 700), Real::exp, Oracle::exp, true);
    check(Samples.besideLogarithmsOfTwo(1500), Real::exp, Oracle::exp, true);
    check(Samples.beside(0, 1500), Real::exp, Oracle::exp, true);
    check(Samples.subnormal(500), Real::exp, Oracle::exp, true);
    check(Samples.anyExponent(1500).filter(x -> Math.abs(x) < 5000), Real::exp, Oracle::exp, false);
    check(Samples.beside(-745, 500), Real::exp, Oracle::exp, false);
    check(Samples.beside(709.78, 500), Real::exp, Oracle::exp, false);
  }

  @Test
  void every_stage_encloses_ln() {
    check(Samples.ordinary(2000).map(Math::abs), Real::ln, Oracle::ln, true);
    check(Samples.anyExponent(2000).map(Math::abs), Real::ln, Oracle::ln, true);
    check(Samples.subnormal(500).map(Math::abs), Real::ln, Oracle::ln, true);
    check(Samples.beside(1, 1500), Real::ln, Oracle::ln, true);
    check(Samples.beside(2, 300), Real::ln, Oracle::ln, true);
    check(Samples.beside(0.5, 300), Real::ln, Oracle::ln, true);
  }

  @Test
  void every_stage_encloses_log1p() {
    check(Samples.ordinary(2000).filter(x -> x > -1), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(0, 2000), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(-0.5, 300), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(1, 300), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(-1, 500).filter(x -> x > -1), Real::log1p, Oracle::log1p, true);
    check(Samples.anyExponent(2000).filter(x -> x > -1), Real::log1p, Oracle::log1p, false);
    check(Samples.subnormal(500), Real::log1p, Oracle::log1p, false);
  }

  private static void check(
      DoubleStream arguments,
      UnaryOperator<Real> function,
      UnaryOperator<BigDecimal> truth,
      boolean claimsWidth) {
    arguments
        .parallel()
        .filter(x -> x != 0)
        .forEach(
            x -> {
              BigDecimal value = truth.apply(new BigDecimal(x));
              for (int i = 0; i < STAGES.size(); i++) {
                Enclosure enclosure = function.apply(STAGES.get(i).of(x)).enclosure();
                String what = x + " in " + STAGES.get(i) + ": " + enclosure + " for " + value;
                assertTrue(Oracle.contains(enclosure, value), what);
                boolean narrow = Oracle.relativeHalfWidth(enclosure, value) <= HALF_WIDTHS[i];
                boolean coarse = i == 1 && Math.abs(x) > 600;
                assertTrue(narrow || coarse || !claimsWidth, what);
              }
            });
  }
}
