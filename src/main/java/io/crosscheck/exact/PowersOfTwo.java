package io.crosscheck.exact;

/**
 * Tables of 2^(j/N) as double-doubles, off by at most 2^−106 of themselves, and ln 2/N in parts.
 *
 * @param high the doubles next to 2^(j/N)
 * @param low what they lack
 */
record PowersOfTwo(double[] high, double[] low) {

  private static final BigFunctions EXACT = new BigFunctions(192);
  private static final BigFloat LN2 = EXACT.ln(BigFloat.ONE.scaled(1)).lower();

  /** 2^(j/2^bits) for j from 0 to count − 1. */
  static PowersOfTwo of(int bits, int count) {
    double[] high = new double[count];
    double[] low = new double[count];
    for (int j = 0; j < count; j++) {
      BigFloat logarithm = LN2.times(BigFloat.of(j)).scaled(-bits);
      DoubleDouble power = DoubleDouble.nearest(EXACT.exp(logarithm).lower());
      high[j] = power.high();
      low[j] = power.low();
    }
    return new PowersOfTwo(high, low);
  }

  /**
   * ln 2/2^bits as a sum of three: the first two of {@code width} significant bits at most and
   * rounded down, the last the double next to the rest.
   */
  static double[] logarithm(int bits, int width) {
    BigFloat whole = LN2.scaled(-bits);
    BigFloat first = whole.down(width);
    BigFloat rest = whole.plus(first.negated());
    BigFloat second = rest.down(width);
    double third = rest.plus(second.negated()).doubleDown();
    return new double[] {first.doubleDown(), second.doubleDown(), third};
  }
}
