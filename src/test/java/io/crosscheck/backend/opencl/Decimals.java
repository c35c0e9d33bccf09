package io.crosscheck.backend.opencl;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The definitions in decimals of forty digits, by a library of their own. */
final class Decimals {

  private static final MathContext DIGITS = new MathContext(40);

  private Decimals() {}

  static BigDecimal[] softmax(double... logits) {
    BigDecimal[] exponentials = exponentials(logits);
    BigDecimal sum = sum(exponentials);
    return Arrays.stream(exponentials).map(e -> e.divide(sum, DIGITS)).toArray(BigDecimal[]::new);
  }

  static BigDecimal logSumExp(double... logits) {
    return ln(sum(exponentials(logits)));
  }

  static BigDecimal[] logSoftmax(double... logits) {
    BigDecimal whole = logSumExp(logits);
    return Arrays.stream(logits)
        .mapToObj(x -> new BigDecimal(x).subtract(whole))
        .toArray(BigDecimal[]::new);
  }

  /** −Σ t·ln softmax(x). */
  static BigDecimal crossEntropy(double[] targets, double[] logits) {
    BigDecimal[] logs = logSoftmax(logits);
    BigDecimal loss = BigDecimal.ZERO;
    for (int k = 0; k < logs.length; k++) {
      loss = loss.subtract(new BigDecimal(targets[k]).multiply(logs[k]));
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

  private static BigDecimal[] exponentials(double[] logits) {
    return Arrays.stream(logits).mapToObj(Decimals::exp).toArray(BigDecimal[]::new);
  }

  private static BigDecimal sum(BigDecimal[] terms) {
    return Arrays.stream(terms).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
