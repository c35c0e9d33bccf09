package io.crosscheck.backend;

/**
 * A sum of doubles that keeps what each addition rounds away (Neumaier's variant of Kahan's sum):
 * relative error 2^-53 + n²·2^-106 for terms of one sign. Infinities and NaN give what a plain sum
 * gives.
 */
public final class CompensatedSum {

  private double sum;
  private double lost;

  /** Adds a term. */
  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  /** The sum so far, rounded once. */
  public double value() {
    return Double.isFinite(lost) ? sum + lost : sum;
  }

  /** The sum so far without {@code part}, without rounding the sum first. */
  double without(double part) {
    return Double.isFinite(lost) ? (sum - part) + lost : sum - part;
  }
}
