package io.crosscheck.backend.opencl;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The definitions in decimals of forty digits, by a library of their own. */
final class Decimals {

  private static final MathContext DIGITS = new MathContext(40);

  private Decimals() {}

  static BigDecimal[] exponentials(double... logits) {
    return Arrays.stream(logits).mapToObj(Decimals::exp).toArray(BigDecimal[]::new);
  }

  static BigDecimal logSumExp(double... logits) {
    return ln(sum(exponentials(logits)));
  }

  static BigDecimal logSoftmax(double logit, BigDecimal logSumExp) {
    return new BigDecimal(logit).subtract(logSumExp);
  }

  /** −Σ t·ln softmax(x). */
  static BigDecimal crossEntropy(double[] targets, double[] logits) {
    BigDecimal whole = logSumExp(logits);
    BigDecimal loss = BigDecimal.ZERO;
    for (int k = 0; k < logits.length; k++) {
      loss = loss.subtract(new BigDecimal(targets[k]).multiply(logSoftmax(logits[k], whole)));
    }
    return loss;
  }

  /** ln(1 + exp(x)). */
  static BigDecimal softplus(double x) {
    return ln(BigDecimal.ONE.add(exp(x)));
  }

  static BigDecimal sigmoid(double x) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(-x)), DIGITS);
  }

  static BigDecimal ln(BigDecimal x) {
    return BigDecimalMath.log(x, DIGITS);
  }

  static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  static BigDecimal exp(double x) {
    return BigDecimalMath.exp(new BigDecimal(x), DIGITS);
  }

  static BigDecimal sum(BigDecimal... terms) {
    return Arrays.stream(terms).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
