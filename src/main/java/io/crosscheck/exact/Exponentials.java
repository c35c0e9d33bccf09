package io.crosscheck.exact;

import java.util.Optional;

/**
 * The exponentials exp(x_k − max) of one slice of logits and their sum without one maximal element,
 * in arrays: stages D and Q without an object for each element.
 *
 * <p>Every relative half-width counts, term by term, what the shift, the reduction, the table, the
 * polynomial, the products and the sum lose; u = 2^−53. All of it rests on {@link Math#fma}, which
 * is one instruction on current processors; a Java VM that has to emulate it is a hundred times
 * slower, though as right.
 */
public abstract sealed class Exponentials permits DoubleExponentials, DoubleDoubleExponentials {

  /**
   * Below this a power is left to {@link Real}: 2^−866 and its quotient by 2^31 stay so far above
   * the smallest normal number that no product's second part underflows.
   */
  static final double FAR = -600;

  /** n powers below e^−600 change a sum above this by less than n·2^−165 of it. */
  private static final double LEAST_SUM = 0x1p-700;

  /**
   * The exponentials of {@code logits} (−Infinity for one that isn't there) shifted by the largest,
   * which is finite and at {@code max}. Empty in stage B; where all finite logits are equal,
   * because the sum is a whole number that {@link Real} keeps exact; and where the sum of the
   * others is below 2^−700.
   */
  public static Optional<Exponentials> of(Stage stage, double[] logits, int max) {
    Exponentials powers;
    if (stage == DoubleStage.STAGE) {
      powers = new DoubleExponentials(logits, max);
    } else if (stage == DoubleDoubleStage.STAGE) {
      powers = new DoubleDoubleExponentials(logits, max);
    } else {
      return Optional.empty();
    }
    return powers.sum() >= LEAST_SUM && !allEqual(logits, logits[max])
        ? Optional.of(powers)
        : Optional.empty();
  }

  private static boolean allEqual(double[] logits, double max) {
    for (double logit : logits) {
      if (logit != max && logit != Double.NEGATIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  /** The sum without the maximal element, to double precision. */
  abstract double sum();

  /** Σ exp(x_k − max) without the maximal element. */
  public abstract Real others();

  /**
   * Sets element start + k·stride to exp(x_k − max) / Σ for every k; leaves it unknown below
   * e^−600.
   */
  public abstract void fillProbabilities(Balls target, int start, int stride);

  /**
   * Sets element start + k·stride to x_k − max − ln Σ for every k, given that {@code logOfSum}
   * encloses ln Σ = ln(1 + others); leaves it unknown where x_k − max is infinite.
   */
  public abstract void fillLogProbabilities(Real logOfSum, Balls target, int start, int stride);
}
