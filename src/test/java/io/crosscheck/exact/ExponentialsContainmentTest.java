package io.crosscheck.exact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The enclosures that come from arrays hold the exact values and are as narrow as claimed. {@code
 * -Dcrosscheck.containment=1000000} checks that many elements instead of a sample.
 */
class ExponentialsContainmentTest {

  private static final int ELEMENTS = Integer.getInteger("crosscheck.containment", 10_000);

  /** 2^-70 is 22 digits. */
  private static final Oracle ORACLE = new Oracle(new MathContext(38), new BigDecimal("1e-33"));

  private static final MathContext ARGUMENT = new MathContext(44);

  private static final AtomicInteger CHECKED = new AtomicInteger();

  /** Those within the reach of a stage's arrays: all but some of the extreme families. */
  private static final AtomicInteger HELD_IN_DOUBLES = new AtomicInteger();

  private static final AtomicInteger HELD_IN_DOUBLE_DOUBLES = new AtomicInteger();

  @AfterAll
  static void enough_elements_were_checked() {
    assertTrue(CHECKED.get() >= ELEMENTS, CHECKED + " elements");
    for (AtomicInteger held : List.of(HELD_IN_DOUBLES, HELD_IN_DOUBLE_DOUBLES)) {
      assertTrue(held.get() > 0.8 * CHECKED.get(), held + " in arrays of " + CHECKED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void probabilities_and_their_logarithms_are_enclosed(Rows family) {
    int share = ELEMENTS / Rows.values().length + 1;
    Random random = new Random(family.ordinal());
    for (int checked = 0; checked < share; ) {
      double[][] rows =
          IntStream.range(0, 16).mapToObj(i -> family.draw(random)).toArray(double[][]::new);
      checked += IntStream.range(0, rows.length).parallel().map(i -> check(family, rows[i])).sum();
    }
  }

  /** Checks one row and returns its length. */
  private static int check(Rows family, double[] logits) {
    Truth truth = Truth.of(logits);
    for (Stage stage : new Stage[] {Stage.ofDouble(), Stage.ofDoubleDouble()}) {
      Optional<Exponentials> powers = Exponentials.of(stage, logits, truth.maxAt);
      powers.ifPresent(p -> check(family + " in " + stage, p, stage, truth));
    }
    CHECKED.addAndGet(logits.length);
    return logits.length;
  }

  private static void check(String what, Exponentials powers, Stage stage, Truth truth) {
    // The claim for doubles, 8u, and 3u for the rounding of the ends.
    double narrow = stage == Stage.ofDouble() ? 0x1.6p-50 : 0x1p-70;
    Real others = powers.others();
    enclosed(what + ": sum", truth.others, others.enclosure(), narrow);
    BigDecimal logSumExp = truth.max.add(truth.logarithm);
    Enclosure lse = stage.of(truth.max.doubleValue()).plus(others.log1p()).enclosure();
    BigDecimal lost = truth.max.abs().multiply(ORACLE.slack());
    assertTrue(lse.lower().compareTo(logSumExp.add(lost)) <= 0, () -> what + ": log_sum_exp");
    assertTrue(lse.upper().compareTo(logSumExp.subtract(lost)) >= 0, () -> what + ": log_sum_exp");
    int n = truth.exponentials.length;
    Balls probabilities = Balls.of(stage, n);
    powers.fillProbabilities(probabilities, 0, 1);
    Balls logarithms = Balls.of(stage, n);
    powers.fillLogProbabilities(others.log1p(), logarithms, 0, 1);
    for (int k = 0; k < n; k++) {
      if (probabilities.holds(k)) {
        BigDecimal p = truth.exponentials[k].divide(truth.sum, ORACLE.digits());
        enclosed(what + ": softmax", p, probabilities.enclosure(k), narrow);
        distances(what, p, probabilities, k);
        (stage == Stage.ofDouble() ? HELD_IN_DOUBLES : HELD_IN_DOUBLE_DOUBLES).incrementAndGet();
      }
      BigDecimal y = truth.shifts[k].subtract(truth.logarithm);
      enclosed(what + ": log_softmax", y, logarithms.enclosure(k), 2 * narrow);
      distances(what, y, logarithms, k);
    }
  }

  private static void enclosed(String what, BigDecimal value, Enclosure enclosure, double narrow) {
    assertTrue(ORACLE.isWithin(value, enclosure), () -> what + ": " + enclosure + " for " + value);
    double width = ORACLE.relativeHalfWidth(enclosure, value);
    assertTrue(width <= narrow, () -> what + ": half-width " + width + " of " + value);
  }

  /** The bound of the distance to the nearest float and to a number farther away. */
  private static void distances(String what, BigDecimal value, Balls balls, int k) {
    for (double y : new double[] {(float) balls.estimate(k), balls.estimate(k) * 0.75, 0}) {
      BigDecimal distance = value.subtract(new BigDecimal(y)).abs();
      BigDecimal slack = value.abs().multiply(ORACLE.slack());
      BigDecimal most = new BigDecimal(balls.most(k, y));
      assertTrue(most.compareTo(distance.subtract(slack)) >= 0, () -> what + " from " + y);
    }
  }

  private record Truth(
      int maxAt,
      BigDecimal max,
      BigDecimal[] shifts,
      BigDecimal[] exponentials,
      BigDecimal others,
      BigDecimal sum,
      BigDecimal logarithm) {

    static Truth of(double[] logits) {
      int at = 0;
      for (int k = 0; k < logits.length; k++) {
        at = logits[k] > logits[at] ? k : at;
      }
      BigDecimal[] shifts = new BigDecimal[logits.length];
      BigDecimal[] exponentials = new BigDecimal[logits.length];
      BigDecimal others = BigDecimal.ZERO;
      for (int k = 0; k < logits.length; k++) {
        shifts[k] = new BigDecimal(logits[k]).subtract(new BigDecimal(logits[at]));
        exponentials[k] = exp(shifts[k]);
        others = k == at ? others : others.add(exponentials[k], ORACLE.digits());
      }
      BigDecimal sum = others.add(BigDecimal.ONE, ORACLE.digits());
      BigDecimal max = new BigDecimal(logits[at]);
      return new Truth(at, max, shifts, exponentials, others, sum, ORACLE.log1p(others));
    }

    /** The library takes its time with many digits; below e^−5000 no array holds anything. */
    private static BigDecimal exp(BigDecimal x) {
      return ORACLE.exp(x.max(new BigDecimal(-5000)).round(ARGUMENT));
    }
  }
}
