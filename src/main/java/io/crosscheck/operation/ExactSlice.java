package io.crosscheck.operation;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Exponentials;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exponentials of one slice of logits, shifted by the slice's maximum: what softmax,
 * log-softmax, log-sum-exp and every cross-entropy share.
 *
 * <p>With d_k = x_k − max computed exactly and S' the sum of exp(d_k) without one maximal element,
 * the denominator is 1 + S', so that ln Σ exp(d_k) = log1p(S') keeps its relative accuracy when one
 * class dominates. Ordinary slices get S' from arrays ({@link Exponentials}), the others, and all
 * in stage B, from a {@link Real} for each element.
 */
final class ExactSlice {

  private final Stage stage;

  /** −Infinity where a position isn't kept. */
  private final double[] logits;

  private final int keptCount;
  private final double max;
  private final int maxAt;
  private final boolean hasNaN;
  private final int equalCount;
  private final Optional<Exponentials> arrays;
  private @Nullable Real othersSum;
  private @Nullable Real logOfSum;

  private ExactSlice(Stage stage, double[] logits, int keptCount) {
    this.stage = stage;
    this.logits = logits;
    this.keptCount = keptCount;
    double largest = Double.NEGATIVE_INFINITY;
    boolean nan = false;
    int at = -1;
    for (int k = 0; k < logits.length; k++) {
      nan |= Double.isNaN(logits[k]);
      if (logits[k] > largest) {
        largest = logits[k];
        at = k;
      }
    }
    this.max = largest;
    this.maxAt = at;
    this.hasNaN = nan;
    this.equalCount = countEqual(logits, largest);
    this.arrays =
        nan || Double.isInfinite(largest) ? Optional.empty() : Exponentials.of(stage, logits, at);
  }

  /** Slice {@code s} of {@code logits}. */
  static ExactSlice of(Tensor logits, Slices slices, int s, Stage stage) {
    double[] values = logits.toDoubles(slices.start(s), slices.stride(), slices.length());
    return new ExactSlice(stage, values, values.length);
  }

  /** Slice {@code s} of {@code logits} with only the positions kept that {@code kept} says. */
  static ExactSlice of(Tensor logits, Slices slices, int s, Stage stage, boolean[] kept) {
    double[] values = new double[slices.length()];
    int count = 0;
    for (int k = 0; k < values.length; k++) {
      values[k] = kept[k] ? logits.number(slices.index(s, k)) : Double.NEGATIVE_INFINITY;
      count += kept[k] ? 1 : 0;
    }
    return new ExactSlice(stage, values, count);
  }

  /** S'; only where the maximum is finite. */
  private Real othersSum() {
    if (othersSum == null) {
      othersSum = arrays.map(Exponentials::others).orElseGet(this::sumOfOthers);
    }
    return othersSum;
  }

  private Real sumOfOthers() {
    Real sum = stage.of(0);
    for (int k = 0; k < logits.length; k++) {
      if (k != maxAt) {
        sum = sum.plus(shifted(k).exp());
      }
    }
    return sum;
  }

  /** ln Σ exp(d_k); only where the maximum is finite. */
  private Real logOfSum() {
    if (logOfSum == null) {
      logOfSum = othersSum().log1p();
    }
    return logOfSum;
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
        case "uniform" -> stage.of(1).dividedBy(stage.of(keptCount));
        default -> stage.of(Double.NaN);
      };
    }
    return shifted(k).exp().dividedBy(stage.of(1).plus(othersSum()));
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
    return shifted(k).minus(logOfSum());
  }

  /**
   * ln(1 − softmax), of the largest element from the sum of the others, so that it keeps its
   * relative accuracy where that one dominates; the others' softmax is at most 1/2.
   */
  Real logOfComplement(int k, Choices choices) {
    return dominates(k)
        ? othersSum().ln().minus(logOfSum())
        : softmax(k, choices).negated().log1p();
  }

  /** Whether {@code k} is the largest element of a slice of numbers, or the first of several. */
  boolean dominates(int k) {
    return k == maxAt && !hasNaN && !Double.isInfinite(max);
  }

  /** 1 − softmax, of the largest element from the sum of the others; the rest are at most 1/2. */
  Real complement(int k, Choices choices) {
    return dominates(k)
        ? othersSum().dividedBy(stage.of(1).plus(othersSum()))
        : stage.of(1).minus(softmax(k, choices));
  }

  /**
   * How many logits there are above −Infinity if they are all the same: their softmax is then the
   * fraction 1/count; else 0, and it is irrational.
   */
  int equalCount() {
    return equalCount;
  }

  private static int countEqual(double[] logits, double max) {
    int count = 0;
    for (double logit : logits) {
      if (logit == max && !Double.isInfinite(max)) {
        count++;
      } else if (logit != Double.NEGATIVE_INFINITY) {
        return 0;
      }
    }
    return count;
  }

  /** Whether position {@code k} has a softmax of exactly 0 beside finite logits. */
  boolean isRuledOut(int k) {
    return logits[k] == Double.NEGATIVE_INFINITY && Double.isFinite(max) && !hasNaN;
  }

  double logit(int k) {
    return logits[k];
  }

  int length() {
    return logits.length;
  }

  /** ln Σ exp; −Infinity for an empty slice. */
  Real logSumExp(Choices choices) {
    if (hasNaN) {
      return stage.of(Double.NaN);
    }
    if (max == Double.NEGATIVE_INFINITY && keptCount > 0) {
      boolean nan = choices.is(Choice.LOG_SUM_EXP_ALL_NEGATIVE_INFINITY, "nan");
      return stage.of(nan ? Double.NaN : max);
    }
    return Double.isInfinite(max) ? stage.of(max) : stage.of(max).plus(logOfSum());
  }

  /** NaN where the offending logit is or, unless it stays local, everywhere; else {@code limit}. */
  private Real local(int k, boolean staysLocal, double limit) {
    boolean offends = Double.isNaN(logits[k]) || logits[k] == Double.POSITIVE_INFINITY;
    return stage.of(offends || !staysLocal ? Double.NaN : limit);
  }

  /** The softmax of every position as a part of a result. */
  ResultSlice probabilities(Choices choices) {
    return new ResultSlice() {
      @Override
      public Real at(int k) {
        return softmax(k, choices);
      }

      @Override
      public boolean fill(Balls balls, int start, int stride) {
        arrays.ifPresent(a -> a.fillProbabilities(balls, start, stride));
        return arrays.isPresent();
      }
    };
  }

  /** The log-softmax of every position as a part of a result. */
  ResultSlice logProbabilities(Choices choices) {
    return new ResultSlice() {
      @Override
      public Real at(int k) {
        return logSoftmax(k, choices);
      }

      @Override
      public boolean fill(Balls balls, int start, int stride) {
        arrays.ifPresent(a -> a.fillLogProbabilities(logOfSum(), balls, start, stride));
        return arrays.isPresent();
      }
    };
  }
}
