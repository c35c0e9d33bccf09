package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The product of a gradient g with the Jacobian of the softmax of one slice: (g_k − m)·s_k, m = Σ
 * g·s.
 *
 * <p>It is rational only where all finite logits are equal, and then (count·g_k − Σ g)/count², or
 * where it is 0: with logits that differ, exponentials of different numbers are linearly
 * independent over the rationals (Lindemann–Weierstrass), so that Σ (g_k − g_j)·exp x_j is 0 just
 * where the coefficients of each value of x_j add up to 0.
 *
 * <p>Error bound, u·s_k·(|g_k − m|·(E_k + 3) + 2(|g_k| + |m|) + Σ |g_j|s_j·(E_j + 2 + S(n))), with
 * u·E_k the relative error of a probability, {@link #probability}: the probability itself, the
 * subtraction and the product give the first part; multiplied out, g_k·s_k − s_k·m, the roundings
 * of two products the second; m's own error, which doesn't vanish where g_k is near m, the third.
 * Where a probability is subnormal, its last unit times |g_k − m|, and in m the last unit of each
 * such s_j times |g_j|, which s_k multiplies.
 */
final class SoftmaxJacobian {

  private SoftmaxJacobian() {}

  /** The result for one slice. */
  static ResultSlice of(ExactSlice slice, double[] gradient, Choices choices, Stage stage) {
    Real[] probabilities = new Real[slice.length()];
    Real mean = stage.of(0);
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = slice.softmax(k, choices);
      mean = mean.plus(stage.of(gradient[k]).times(probabilities[k]));
    }
    Real weighted = mean;
    boolean finite = Arrays.stream(gradient).allMatch(Double::isFinite);
    int equal = slice.equalCount();
    Real total = equal > 0 ? sum(slice, gradient, stage) : mean;
    return k -> {
      if (equal > 0 && !slice.isRuledOut(k)) {
        // The one division last, so that it is exact where it can be.
        Real numerator = stage.of(equal).times(stage.of(gradient[k])).minus(total);
        return numerator.dividedBy(stage.of((double) equal * equal));
      }
      Real distance =
          finite && slice.dominates(k)
              ? distanceOfDominant(gradient, probabilities, k, stage)
              : stage.of(gradient[k]).minus(weighted);
      Real result = distance.times(probabilities[k]);
      return Zero.unless(result, stage, () -> isZero(slice, gradient, k));
    };
  }

  /**
   * g_k − m as Σ (g_k − g_j)·s_j over the other classes, which keeps its digits where class k
   * dominates, so that m is next to g_k.
   */
  private static Real distanceOfDominant(
      double[] gradient, Real[] probabilities, int k, Stage stage) {
    Real sum = stage.of(0);
    for (int j = 0; j < gradient.length; j++) {
      if (j != k) {
        sum = sum.plus(stage.difference(gradient[k], gradient[j]).times(probabilities[j]));
      }
    }
    return sum;
  }

  /** Σ g over the classes that aren't ruled out, or whose gradient isn't finite. */
  private static Real sum(ExactSlice slice, double[] gradient, Stage stage) {
    Real sum = stage.of(0);
    for (int j = 0; j < gradient.length; j++) {
      boolean ruledOut = slice.isRuledOut(j) && Double.isFinite(gradient[j]);
      sum = ruledOut ? sum : sum.plus(stage.of(gradient[j]));
    }
    return sum;
  }

  private static boolean isZero(ExactSlice slice, double[] gradient, int k) {
    Map<Double, BigDecimal> coefficients = new HashMap<>();
    BigDecimal own = new BigDecimal(gradient[k]);
    for (int j = 0; j < gradient.length; j++) {
      if (!slice.isRuledOut(j)) {
        BigDecimal difference = own.subtract(new BigDecimal(gradient[j]));
        // Without the sign of zero, which makes no difference to the exponential.
        coefficients.merge(slice.logit(j) + 0.0, difference, BigDecimal::add);
      }
    }
    return coefficients.values().stream().allMatch(c -> c.signum() == 0);
  }

  /** The bound of every element, 0 where it isn't finite or not kept. */
  static double[] bounds(
      Tensor gradient, Tensor logits, boolean[] kept, Slices slices, Terms terms) {
    double[] bounds = new double[logits.size()];
    for (int s = 0; s < slices.count(); s++) {
      double[] logs = Estimates.logSoftmax(logits, slices, s, kept);
      double mean = 0;
      double ofMean = 0;
      double underflowOfMean = 0;
      for (int k = 0; k < logs.length; k++) {
        double other = StrictMath.exp(logs[k]);
        double weight = gradient.number(slices.index(s, k));
        double product = weight * other;
        mean += product;
        double each = probability(logs[k], logs.length, terms) + 2 + terms.summation(logs.length);
        ofMean += finite(Math.abs(product) * each);
        underflowOfMean += finite(Math.abs(weight) * terms.underflow(other));
      }
      for (int k = 0; k < logs.length; k++) {
        int i = slices.index(s, k);
        double g = gradient.number(i);
        double distance = Math.abs(g - mean);
        double own = distance * (probability(logs[k], logs.length, terms) + 3);
        double relative = own + 2 * (Math.abs(g) + Math.abs(mean)) + ofMean;
        double probability = StrictMath.exp(logs[k]);
        double absolute = distance * terms.underflow(probability) + probability * underflowOfMean;
        bounds[i] = kept[i] ? finite(terms.u() * probability * relative + absolute) : 0;
      }
    }
    return bounds;
  }

  /**
   * The relative error, in units of u, of a probability with logarithm {@code l} among n: that of
   * {@link Softmax}, and of exp(l) from a {@link LogSoftmax}: 20 + 4|l| + 2 ln n + S(n), and 1 +
   * |l| roundings to a half where p or l was stored in one. Strict: 8 + 2|l| + ln n.
   */
  static double probability(double l, int n, Terms terms) {
    double size = Double.isFinite(l) ? Math.abs(l) : 0;
    return terms.pick(8, 20)
        + terms.pick(2, 4) * size
        + terms.pick(1, 2) * Terms.ln(n)
        + terms.summation(n)
        + terms.stored() * (1 + size);
  }

  private static double finite(double bound) {
    return Double.isFinite(bound) ? bound : 0;
  }
}
