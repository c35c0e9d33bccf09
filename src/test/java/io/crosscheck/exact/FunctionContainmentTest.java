package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Enclosures of exp, ln and log1p hold the exact value and are as narrow as documented. */
class FunctionContainmentTest {

  /** What the stages document, doubled for the rounding of both ends. */
  private static final double DOUBLE = 0x1p-50;

  private static final double DOUBLE_DOUBLE = 0x1p-89;
  private static final double BITS_192 = 0x1p-190;

  private static final AtomicInteger CHECKED = new AtomicInteger();

  @AfterAll
  static void enough_elements_were_checked() {
    assertTrue(CHECKED.get() >= 20_000, CHECKED + " elements");
  }

  @Test
  void exp_is_enclosed_within_the_documented_width() {
    check(Samples.ordinary(7000).filter(x -> Math.abs(x) < 600), Real::exp, Oracle::exp, true);
    check(Samples.besideLogarithmsOfTwo(2000), Real::exp, Oracle::exp, true);
    check(Samples.beside(0, 1500), Real::exp, Oracle::exp, true);
    check(Samples.subnormal(500), Real::exp, Oracle::exp, true);
  }

  @Test
  void exp_is_enclosed_where_doubles_end() {
    check(Samples.anyExponent(1500).filter(x -> Math.abs(x) < 5e3), Real::exp, Oracle::exp, false);
    check(Samples.beside(-745, 500), Real::exp, Oracle::exp, false);
    check(Samples.beside(-700, 500), Real::exp, Oracle::exp, false);
    check(Samples.beside(709.78, 500), Real::exp, Oracle::exp, false);
  }

  @Test
  void ln_is_enclosed_within_the_documented_width() {
    check(Samples.ordinary(1500).map(Math::abs), Real::ln, Oracle::ln, true);
    check(Samples.anyExponent(1000).map(Math::abs), Real::ln, Oracle::ln, true);
    check(Samples.subnormal(300).map(Math::abs), Real::ln, Oracle::ln, true);
    double normal = Double.MIN_NORMAL;
    check(DoubleStream.of(normal, Math.nextDown(normal)), Real::ln, Oracle::ln, true);
    check(Samples.beside(1, 1000), Real::ln, Oracle::ln, true);
    check(Samples.beside(2, 200), Real::ln, Oracle::ln, true);
    check(Samples.beside(0.5, 200), Real::ln, Oracle::ln, true);
  }

  @Test
  void log1p_is_enclosed_within_the_documented_width() {
    check(Samples.ordinary(1500).filter(x -> x > -1), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(0, 1500), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(-0.5, 200), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(1, 200), Real::log1p, Oracle::log1p, true);
    check(Samples.beside(-1, 300).filter(x -> x > -1), Real::log1p, Oracle::log1p, true);
    check(
        Samples.anyExponent(1000).filter(x -> x > -1 && Math.abs(x) > 1e-290),
        Real::log1p,
        Oracle::log1p,
        true);
    check(Samples.subnormal(500), Real::log1p, Oracle::log1p, false);
  }

  private interface Truth extends BiFunction<Oracle, BigDecimal, BigDecimal> {}

  private static void check(
      DoubleStream arguments, UnaryOperator<Real> function, Truth truth, boolean isNarrow) {
    double[] all = arguments.filter(x -> x != 0).toArray();
    for (int i = 0; i < all.length; i++) {
      double x = all[i];
      Oracle oracle = i % 8 == 0 ? Oracle.FINE : Oracle.QUICK;
      BigDecimal value = truth.apply(oracle, new BigDecimal(x));
      enclose(oracle, value, function, Stage.ofDouble(), x, isNarrow ? DOUBLE : 0);
      double width = isNarrow ? DOUBLE_DOUBLE : 0;
      enclose(oracle, value, function, Stage.ofDoubleDouble(), x, width);
      if (oracle.equals(Oracle.FINE)) {
        enclose(oracle, value, function, Stage.ofBits(192), x, BITS_192);
      }
      CHECKED.incrementAndGet();
    }
  }

  private static void enclose(
      Oracle oracle,
      BigDecimal value,
      UnaryOperator<Real> function,
      Stage stage,
      double x,
      double halfWidth) {
    Enclosure enclosure = function.apply(stage.of(x)).enclosure();
    if (value.signum() == 0) {
      assertTrue(enclosure.lower().signum() == 0 && enclosure.upper().signum() == 0);
      return;
    }
    boolean narrow = halfWidth == 0 || oracle.relativeHalfWidth(enclosure, value) <= halfWidth;
    if (!oracle.isWithin(value, enclosure) || !narrow) {
      throw new AssertionError(x + " in " + stage + ": " + enclosure + " for " + value);
    }
  }
}
