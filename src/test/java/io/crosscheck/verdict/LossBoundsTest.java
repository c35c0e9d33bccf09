package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The standard bounds of divergences, focal losses, weighted likelihoods and smoothed labels:
 * honest float32 programs stay inside on inputs searched for the worst, wrong ones leave them.
 */
class LossBoundsTest {

  private static final int CLIMBS = 100;

  /** A program with its answer for a target and another row, and the question they belong to. */
  private record Tried(HonestLosses.OfTwo program, Question question, String other) {

    double overBound(float[] target, float[] row) {
      float result = program.apply(target, row);
      Verdict verdict =
          question
              .input("target", tensor(target))
              .input(other, tensor(row))
              .on(Tensor.ofFloats(Shape.of(), result));
      double over = verdict.measurement().orElseThrow().worstOverBound();
      assertThat(verdict.passed(), is(over <= 1));
      return over;
    }

    /** The worst of err/bound over small steps that make it worse, from a draw of each family. */
    double worst(List<String> targets, List<String> rows, int n) {
      double worst = 0;
      Random random = new Random(n);
      for (String ofTarget : targets) {
        for (String ofRow : rows) {
          float[] t = draw(ofTarget, n, 1);
          float[] x = draw(ofRow, n, 2);
          worst = Math.max(worst, climbed(t, x, random));
        }
      }
      return worst;
    }

    private double climbed(float[] target, float[] row, Random random) {
      float[] t = target;
      float[] x = row;
      double best = overBound(t, x);
      for (int i = 0; i < CLIMBS; i++) {
        float[] nextT = t.clone();
        float[] nextX = x.clone();
        int k = random.nextInt(t.length);
        float factor = 1 + (float) (random.nextGaussian() * Math.pow(10, -random.nextInt(7)));
        if (random.nextBoolean()) {
          nextT[k] = Math.abs(nextT[k] * factor);
        } else {
          nextX[k] = other.equals("output") ? Math.abs(nextX[k] * factor) : nextX[k] * factor;
        }
        double over = overBound(nextT, nextX);
        if (over >= best) {
          best = over;
          t = nextT;
          x = nextX;
        }
      }
      return best;
    }
  }

  private static Tensor tensor(float[] values) {
    return Tensor.ofFloats(Shape.of(values.length), values);
  }

  private static float[] draw(String family, int n, int seed) {
    return Generator.draw(family, DType.FLOAT32, Shape.of(n), seed).toFloats();
  }

  private static Tried divergence(HonestLosses.OfTwo program) {
    Question question =
        Question.of("kl_divergence", DType.FLOAT32)
            .declaring(Choice.SUBNORMALS, "kept")
            .declaring(Choice.KL_ZERO_TARGET, "zero");
    return new Tried(program, question, "output");
  }

  private static Tried focal(HonestLosses.OfTwo program, double gamma) {
    Question question =
        Question.of("focal_cross_entropy", DType.FLOAT32)
            .attribute("gamma", gamma)
            .declaring(Choice.SUBNORMALS, "kept");
    return new Tried(program, question, "logits");
  }

  private static final List<String> SHARES = List.of("probabilities", "uniform 0 1", "coin 0.3");
  private static final List<String> OUTPUTS =
      List.of("probabilities", "uniform 0 1", "uniform 0 1e-20", "uniform 1 1e20");
  private static final List<String> LOGITS =
      List.of("normal 0.1", "normal 5", "normal 30", "dominant 8", "dominant 16", "dominant 40");

  static Stream<HonestLosses.OfTwo> honestDivergences() {
    return Stream.of(
        HonestLosses::ofQuotients, HonestLosses::ofDifferences, HonestLosses::ofProducts);
  }

  @ParameterizedTest
  @MethodSource("honestDivergences")
  void honest_divergences_stay_within_97_hundredths(HonestLosses.OfTwo program) {
    for (int n : new int[] {1, 2, 10, 100}) {
      double worst = divergence(program).worst(SHARES, OUTPUTS, n);
      assertThat("n = " + n, worst, lessThanOrEqualTo(0.97));
    }
  }

  static Stream<HonestLosses.OfTwo> wrongDivergences() {
    return Stream.of(
        (t, o) -> HonestLosses.ofQuotients(o, t),
        (t, o) -> HonestLosses.ofQuotients(t, o) / t.length,
        (t, o) -> HonestLosses.ofDifferences(t, added(o, 1e-5f)),
        (t, o) -> (float) (HonestLosses.ofDifferences(t, o) / Math.log(2)));
  }

  private static float[] added(float[] x, float constant) {
    float[] sum = x.clone();
    for (int k = 0; k < x.length; k++) {
      sum[k] += constant;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("wrongDivergences")
  void wrong_divergences_leave_twice_the_bound(HonestLosses.OfTwo program) {
    Tried wrong = divergence(program);
    for (int n : new int[] {3, 10, 100}) {
      double over = wrong.overBound(draw("probabilities", n, 1), draw("probabilities", n, 2));
      assertThat("n = " + n, over, greaterThanOrEqualTo(2.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 5})
  void honest_focal_losses_stay_within_97_hundredths(double gamma) {
    float power = (float) gamma;
    for (int n : new int[] {2, 10, 100}) {
      Tried subtracted = focal((t, x) -> HonestLosses.ofSubtraction(t, x, power), gamma);
      assertThat("n = " + n, subtracted.worst(SHARES, LOGITS, n), lessThanOrEqualTo(0.97));
      Tried logarithms = focal((t, x) -> HonestLosses.ofLogarithms(t, x, power), gamma);
      assertThat("n = " + n, logarithms.worst(SHARES, LOGITS, n), lessThanOrEqualTo(0.97));
    }
  }

  @Test
  void wrong_focal_losses_leave_twice_the_bound() {
    List<HonestLosses.OfTwo> wrong =
        List.of(
            // p in place of 1 − p, the weight of the target's class for all, a clip, no weight
            (t, x) -> wrongFocal(t, x, (p, own) -> p * p),
            (t, x) -> wrongFocal(t, x, (p, own) -> (1 - own) * (1 - own)),
            (t, x) -> wrongFocal(t, x, (p, own) -> 1),
            (t, x) -> wrongFocal(t, x, (p, own) -> 1 - p * p));
    for (HonestLosses.OfTwo program : wrong) {
      for (int n : new int[] {2, 10, 100}) {
        double over =
            focal(program, 2).overBound(draw("probabilities", n, 1), draw("normal 2", n, 2));
        assertThat("n = " + n, over, greaterThanOrEqualTo(2.0));
      }
    }
    Tried clipped =
        focal((t, x) -> Math.min(HonestLosses.ofLogarithms(t, x, 2), 0.25f * 16.118f), 2);
    float[] behind = {20, 0};
    assertThat(clipped.overBound(new float[] {0, 1}, behind), greaterThanOrEqualTo(2.0));
  }

  private interface Weight {
    double of(double p, double own);
  }

  private static float wrongFocal(float[] t, float[] x, Weight weight) {
    float[] l = HonestLosses.logSoftmax(x);
    double own = Math.exp(l[0]);
    double sum = 0;
    for (int k = 0; k < t.length; k++) {
      sum -= 0.25 * t[k] * weight.of(Math.exp(l[k]), own) * l[k];
    }
    return (float) sum;
  }

  @Test
  void an_honest_weighted_mean_of_likelihoods_stays_inside_and_one_over_the_count_leaves_twice() {
    for (int n : new int[] {1, 7, 100, 256, 1000}) {
      for (int seed = 0; seed < 20; seed++) {
        float[] logs = draw("uniform -20 0", n, seed);
        float[] weights = draw("uniform 0.1 3", n, seed + 50);
        float total = 0;
        float sum = 0;
        int[] labels = new int[n];
        // One class for each slice: its log-probability is on the diagonal.
        double[] square = new double[n * n];
        for (int s = 0; s < n; s++) {
          labels[s] = s;
          square[s * n + s] = logs[s];
          total += -weights[s] * logs[s];
          sum += weights[s];
        }
        Question mean =
            Question.of("negative_log_likelihood", DType.FLOAT32)
                .input("labels", Tensor.ofIntegers(DType.INT32, Shape.of(n), longs(labels)))
                .input("log_probabilities", Tensor.ofNumbers(DType.FLOAT32, Shape.of(n, n), square))
                .input("class_weights", tensor(weights))
                .attribute("reduction", "mean")
                .declaring(Choice.WEIGHTED_MEAN_DENOMINATOR, "sum_of_weights");
        assertThat(overBound(mean, total / sum), lessThanOrEqualTo(0.97));
        assertThat(overBound(mean, total / n), greaterThanOrEqualTo(2.0));
      }
    }
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  private static double overBound(Question question, float scalar) {
    Verdict verdict = question.on(Tensor.ofFloats(Shape.of(), scalar));
    return verdict.measurement().orElseThrow().worstOverBound();
  }

  @Test
  void honestly_smoothed_labels_stay_inside_and_wrong_shares_leave_twice() {
    for (float alpha : new float[] {0.1f, 0.3f, 0.9f, 1e-6f}) {
      for (String family : List.of("coin 0.5", "uniform -1 1", "normal 1e20")) {
        int n = 7;
        float[] t = draw(family, n, 3);
        float[] usual = new float[n];
        float[] moved = new float[n];
        float[] others = new float[n];
        for (int k = 0; k < n; k++) {
          usual[k] = t[k] * (1 - alpha) + alpha / n;
          moved[k] = t[k] - alpha * t[k] + alpha / n;
          others[k] = t[k] * (1 - alpha) + alpha / (n - 1);
        }
        // The attribute is the decimal written, not its float.
        Question question =
            Question.of("smooth_labels", DType.FLOAT32)
                .input("labels", tensor(t))
                .attribute("alpha", Double.parseDouble(Float.toString(alpha)));
        for (float[] honest : List.of(usual, moved)) {
          Verdict verdict = question.on(tensor(honest));
          assertThat(
              family + alpha,
              verdict.measurement().orElseThrow().worstOverBound(),
              lessThanOrEqualTo(0.97));
        }
        if (family.equals("coin 0.5") && alpha > 1e-5) {
          Verdict verdict = question.on(tensor(others));
          assertThat(
              verdict.measurement().orElseThrow().worstOverBound(), greaterThanOrEqualTo(2.0));
        }
      }
    }
  }
}
