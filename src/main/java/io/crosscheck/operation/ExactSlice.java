package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;

/**
 * The exponentials of one slice of logits, shifted by the slice's maximum: what softmax,
 * log-softmax, log-sum-exp and every cross-entropy share.
 *
 * <p>With d_k = x_k − max computed exactly and S' the sum of exp(d_k) without one maximal element,
 * the denominator is 1 + S', so that ln Σ exp(d_k) = log1p(S') keeps its relative accuracy when one
 * class dominates.
 */
final class ExactSlice {

  private final Stage stage;
  private final double[] logits;
  private final double max;
  private final boolean hasNaN;
  private final boolean[] kept;
  private final Real[] exponentials;
  private final Real othersSum;

  private ExactSlice(Stage stage, double[] logits, boolean[] kept) {
    this.stage = stage;
    this.logits = logits;
    this.kept = kept;
    double largest = Double.NEGATIVE_INFINITY;
    boolean nan = false;
    int at = -1;
    for (int k = 0; k < logits.length; k++) {
      if (kept[k]) {
        nan |= Double.isNaN(logits[k]);
        if (at < 0 || logits[k] > largest) {
          largest = logits[k];
          at = k;
        }
      }
    }
    this.max = largest;
    this.hasNaN = nan;
    this.exponentials = new Real[logits.length];
    this.othersSum = nan || Double.isInfinite(largest) ? stage.of(0) : sumOfOthers(at);
  }

  /** Slice {@code s} of {@code logits}. */
  static ExactSlice of(Tensor logits, Slices slices, int s, Stage stage) {
    boolean[] all = new boolean[slices.length()];
    Arrays.fill(all, true);
    return of(logits, slices, s, stage, all);
  }

  /** Slice {@code s} of {@code logits} with only the positions kept that {@code kept} says. */
  static ExactSlice of(Tensor logits, Slices slices, int s, Stage stage, boolean[] kept) {
    double[] values = new double[slices.length()];
    for (int k = 0; k < values.length; k++) {
      values[k] = logits.number(slices.index(s, k));
    }
    return new ExactSlice(stage, values, kept);
  }

  private Real sumOfOthers(int at) {
    Real sum = stage.of(0);
    for (int k = 0; k < logits.length; k++) {
      if (kept[k]) {
        exponentials[k] = shifted(k).exp();
        if (k != at) {
          sum = sum.plus(exponentials[k]);
        }
      }
    }
    return sum;
  }

  /** d_k = x_k − max, −Infinity for a logit of −Infinity. */
  private Real shifted(int k) {
    return Double.isInfinite(logits[k]) ? stage.of(logits[k]) : stage.difference(logits[k], max);
  }

  /** exp(x_k) / Σ exp. */
  Real softmax(int k, Choices choices) {
    if (hasNaN) {
      return local(k, choices.is(Choice.SOFTMAX_NOT_A_NUMBER, "stays_local"), 0);
    }
    if (max == Double.POSITIVE_INFINITY) {
      return local(k, choices.is(Choice.SOFTMAX_POSITIVE_INFINITY, "nan_local"), 0);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return switch (choices.get(Choice.SOFTMAX_ALL_NEGATIVE_INFINITY)) {
        case "zeros" -> stage.of(0);
        case "uniform" -> stage.of(1).dividedBy(stage.of(keptCount()));
        default -> stage.of(Double.NaN);
      };
    }
    return exponentials[k].dividedBy(stage.of(1).plus(othersSum));
  }

  /** x_k − ln Σ exp, as d_k − log1p(S'): both terms are at most 0, so nothing cancels. */
  Real logSoftmax(int k, Choices choices) {
    if (hasNaN) {
      boolean stays = choices.is(Choice.SOFTMAX_NOT_A_NUMBER, "stays_local");
      return local(k, stays, Double.NEGATIVE_INFINITY);
    }
    if (max == Double.POSITIVE_INFINITY) {
      boolean limits = choices.is(Choice.LOG_SOFTMAX_POSITIVE_INFINITY, "limits");
      return local(k, limits, Double.NEGATIVE_INFINITY);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return softmax(k, choices).ln();
    }
    return shifted(k).minus(othersSum.log1p());
  }

  /** ln Σ exp; −Infinity for an empty slice. */
  Real logSumExp(Choices choices) {
    if (hasNaN) {
      return stage.of(Double.NaN);
    }
    if (max == Double.NEGATIVE_INFINITY && keptCount() > 0) {
      boolean nan = choices.is(Choice.LOG_SUM_EXP_ALL_NEGATIVE_INFINITY, "nan");
      return stage.of(nan ? Double.NaN : max);
    }
    return Double.isInfinite(max) ? stage.of(max) : stage.of(max).plus(othersSum.log1p());
  }

  /** NaN where the offending logit is or, unless it stays local, everywhere; else {@code limit}. */
  private Real local(int k, boolean staysLocal, double limit) {
    boolean offends = Double.isNaN(logits[k]) || logits[k] == Double.POSITIVE_INFINITY;
    return stage.of(offends || !staysLocal ? Double.NaN : limit);
  }

  private int keptCount() {
    int count = 0;
    for (boolean keep : kept) {
      count += keep ? 1 : 0;
    }
    return count;
  }
}
