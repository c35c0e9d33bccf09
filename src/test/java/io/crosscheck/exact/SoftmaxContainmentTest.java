package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Enclosures of composed results: softmax, log-sum-exp and log-softmax of the largest class. */
class SoftmaxContainmentTest {

  private static final List<Stage> STAGES =
      List.of(Stage.ofDouble(), Stage.ofDoubleDouble(), Stage.ofBits(192));

  @Test
  void a_row_of_normal_logits_is_enclosed() {
    check(normal(400, 5), 0x1p-43);
    check(normal(400, 0.01), 0x1p-43);
    check(normal(100, 100), 0x1p-43);
  }

  @Test
  void a_row_with_a_dominant_class_is_enclosed() {
    double[] logits = normal(100, 2);
    logits[17] = 60;
    check(logits, 0x1p-43);
  }

  @Test
  void a_row_of_any_exponents_is_enclosed() {
    Random random = new Random(9);
    check(
        random.doubles(200, -1, 1).map(m -> Math.scalb(m, random.nextInt(1080) - 1074)).toArray(),
        0x1p-43);
  }

  @Test
  void a_row_whose_sum_stagnates_is_enclosed() {
    double[] logits = new double[200];
    Arrays.fill(logits, -16.6356);
    logits[0] = 0;
    check(logits, 0x1p-43);
  }

  @Test
  void a_row_far_from_zero_is_enclosed() {
    check(Arrays.stream(normal(100, 5)).map(x -> x + 1e9).toArray(), 0x1p-43);
  }

  private static double[] normal(int count, double scale) {
    Random random = new Random(count);
    return random.doubles(count).map(x -> random.nextGaussian() * scale).toArray();
  }

  private static void check(double[] logits, double doubleHalfWidth) {
    Truth truth = Truth.of(logits);
    for (Stage stage : STAGES) {
      Row row = Row.of(logits, stage);
      for (int k = 0; k < logits.length; k++) {
        BigDecimal p = truth.exponentials[k].divide(truth.sum, Oracle.FINE.digits());
        String what = "softmax[" + k + "] of " + logits[k] + " in " + stage;
        Enclosure enclosure = row.exponentials[k].dividedBy(row.sum).enclosure();
        assertTrue(Oracle.FINE.isWithin(p, enclosure), what);
        boolean ordinary = p.compareTo(new BigDecimal("1e-250")) > 0;
        double width = Oracle.FINE.relativeHalfWidth(enclosure, p);
        assertTrue(!ordinary || width <= doubleHalfWidth, what + ": " + width);
      }
      Enclosure lse = row.others.log1p().plus(stage.of(row.max)).enclosure();
      assertTrue(Oracle.FINE.isWithin(truth.logSumExp, lse), "log-sum-exp in " + stage);
      Enclosure most = row.others.log1p().negated().enclosure();
      assertTrue(Oracle.FINE.isWithin(truth.logSoftmaxOfMax, most), "log-softmax in " + stage);
    }
  }

  private record Row(double max, Real[] exponentials, Real others, Real sum) {
    static Row of(double[] logits, Stage stage) {
      int at = largest(logits);
      Real[] exponentials = new Real[logits.length];
      Real others = stage.of(0);
      for (int k = 0; k < logits.length; k++) {
        exponentials[k] = stage.difference(logits[k], logits[at]).exp();
        others = k == at ? others : others.plus(exponentials[k]);
      }
      return new Row(logits[at], exponentials, others, others.plus(stage.of(1)));
    }
  }

  private record Truth(
      BigDecimal[] exponentials, BigDecimal sum, BigDecimal logSumExp, BigDecimal logSoftmaxOfMax) {
    static Truth of(double[] logits) {
      int at = largest(logits);
      BigDecimal max = new BigDecimal(logits[at]);
      BigDecimal[] exponentials = new BigDecimal[logits.length];
      BigDecimal others = BigDecimal.ZERO;
      for (int k = 0; k < logits.length; k++) {
        exponentials[k] = Oracle.FINE.exp(new BigDecimal(logits[k]).subtract(max));
        others = k == at ? others : others.add(exponentials[k]);
      }
      BigDecimal log = Oracle.FINE.log1p(others.round(Oracle.FINE.digits()));
      return new Truth(exponentials, others.add(BigDecimal.ONE), max.add(log), log.negate());
    }
  }

  private static int largest(double[] logits) {
    int at = 0;
    for (int k = 0; k < logits.length; k++) {
      at = logits[k] > logits[at] ? k : at;
    }
    return at;
  }
}
