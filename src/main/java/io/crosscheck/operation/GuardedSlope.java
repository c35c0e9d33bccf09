package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * The derivative of one slice's cross-entropy of guarded probabilities for its outputs. With P = p
 * + a the number whose logarithm is taken (a is 0, or what a guard adds), w_k = t_k/P_k for the
 * classes that no clip stops.
 */
final class GuardedSlope {

  /** ln of it is −100: where PyTorch's floor of the logarithm begins. */
  private static final BigDecimal FLOOR =
      new BigDecimal("3.720075976020835962959695803863118337358892292376781967120613876e-44");

  private final double[] target;
  private final double[] output;
  private final boolean[] slopes;
  private final boolean normalised;
  private final BigDecimal added;

  /** What the outputs are divided by; 0 where they aren't finite, for the derivative is NaN too. */
  private final Divisor divisor;

  private GuardedSlope(
      double[] target,
      double[] output,
      boolean[] slopes,
      boolean normalised,
      BigDecimal added,
      Divisor divisor) {
    this.target = target;
    this.output = output;
    this.slopes = slopes;
    this.normalised = normalised;
    this.added = added;
    this.divisor = divisor;
  }

  static GuardedSlope of(Arguments arguments, Slices slices, int s, Choices choices) {
    Tensor outputs = arguments.input("output");
    int start = slices.start(s);
    double[] output = outputs.toDoubles(start, slices.stride(), slices.length());
    double[] target = arguments.input("target").toDoubles(start, slices.stride(), slices.length());
    boolean normalised = choices.is(Choice.PROBABILITIES_NORMALISE, "divide_by_sum");
    String guard = choices.get(Choice.PROBABILITIES_GUARD);
    double epsilon = epsilon(arguments, outputs.dtype(), guard);
    boolean[] slopes = new boolean[output.length];
    boolean finite = isFinite(output);
    double[] one = {1};
    Divisor divisor = Divisor.of(finite ? normalised ? output : one : new double[0]);
    for (int k = 0; finite && k < slopes.length; k++) {
      slopes[k] = hasSlope(output[k], divisor, guard, epsilon);
    }
    boolean adds = guard.endsWith("add_1e-7");
    BigDecimal added = adds ? new BigDecimal(epsilon) : BigDecimal.ZERO;
    return new GuardedSlope(target, output, slopes, normalised, added, divisor);
  }

  private static double epsilon(Arguments arguments, DType dtype, String guard) {
    boolean machine = guard.equals("clip_dtype_epsilon");
    return machine ? 2 * dtype.unitRoundoff() : arguments.number("epsilon");
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Whether o, divided, lies where the guard has a slope. */
  private static boolean hasSlope(double o, Divisor divisor, String guard, double epsilon) {
    if (guard.equals("log_floor_-100")) {
      return divisor.compare(o, FLOOR.doubleValue(), () -> FLOOR) > 0;
    }
    if (!guard.startsWith("clip_")) {
      return true;
    }
    Supplier<BigDecimal> low = () -> new BigDecimal(epsilon);
    return divisor.compare(o, epsilon, low) >= 0
        && divisor.compare(o, 1 - epsilon, () -> BigDecimal.ONE.subtract(low.get())) <= 0;
  }

  /**
   * The sum of some numbers: nearly, which mostly decides, and exactly.
   *
   * @param near the sum in doubles, within {@code error} of the exact one
   */
  private record Divisor(double[] parts, double near, double error) {

    static Divisor of(double[] parts) {
      double sum = 0;
      double absolute = 0;
      for (double part : parts) {
        sum += part;
        absolute += Math.abs(part);
      }
      return new Divisor(parts, sum, parts.length * 0x1p-52 * absolute);
    }

    BigDecimal exact() {
      BigDecimal sum = BigDecimal.ZERO;
      for (double part : parts) {
        sum = sum.add(new BigDecimal(part));
      }
      return sum;
    }

    int signum() {
      return Math.abs(near) > error ? (int) Math.signum(near) : exact().signum();
    }

    /** The sign of o/sum − fraction, of a fraction rounded in {@code rounded}; not dividing. */
    int compare(double o, double rounded, Supplier<BigDecimal> fraction) {
      double share = rounded * Math.abs(near);
      double difference = (near < 0 ? -o : o) - share;
      double off = rounded * error + 0x1p-50 * (Math.abs(o) + share) + Double.MIN_NORMAL;
      if (Math.abs(near) > error && Math.abs(difference) > off) {
        return difference > 0 ? 1 : -1;
      }
      BigDecimal sum = exact();
      BigDecimal signed = new BigDecimal(sum.signum() < 0 ? -o : o);
      return signed.compareTo(fraction.get().multiply(sum.abs()));
    }
  }

  /** The derivatives, with the sums over the slice computed once for all of them. */
  ResultSlice at(Stage stage) {
    if (!normalised) {
      return i -> alone(i, stage);
    }
    if (divisor.signum() == 0) {
      return i -> stage.of(Double.NaN);
    }
    Real sum = sum(stage);
    if (added.signum() != 0) {
      Real weighted = weighted(sum, stage).dividedBy(sum);
      return i -> Zero.unless(general(i, weighted, sum, stage), stage, () -> cancels(i));
    }
    Real kept = kept(stage);
    return i -> clipped(i, kept, sum, stage);
  }

  /** −w_i where the outputs aren't divided by their sum. */
  private Real alone(int i, Stage stage) {
    if (Double.isNaN(output[i])) {
      return stage.of(Double.NaN);
    }
    return slopes[i] ? own(i, stage.of(1), stage).negated() : stage.of(0);
  }

  private Real clipped(int i, Real kept, Real sum, Stage stage) {
    if (!slopes[i]) {
      return kept.dividedBy(sum);
    }
    Real o = stage.of(output[i]);
    Real numerator = kept.times(o).minus(stage.of(target[i]).times(sum));
    return numerator.dividedBy(o.times(sum));
  }

  /** The sum of the targets that no clip stops. */
  private Real kept(Stage stage) {
    Real kept = stage.of(0);
    for (int k = 0; k < output.length; k++) {
      kept = slopes[k] ? kept.plus(stage.of(target[k])) : kept;
    }
    return kept;
  }

  /** (Σ w·p − w_i)/S where a guard adds to p, of Σ w·p/S. */
  private Real general(int i, Real weighted, Real sum, Stage stage) {
    return slopes[i] ? weighted.minus(own(i, sum, stage)) : weighted;
  }

  private Real weighted(Real sum, Stage stage) {
    Real weighted = stage.of(0);
    for (int k = 0; k < output.length; k++) {
      if (slopes[k]) {
        weighted = weighted.plus(own(k, sum, stage).times(stage.of(output[k])));
      }
    }
    return weighted;
  }

  /** w_k/S: t_k/(o_k + a·S). */
  private Real own(int k, Real sum, Stage stage) {
    Real denominator = stage.of(output[k]).plus(stage.of(added.doubleValue()).times(sum));
    return stage.of(target[k]).dividedBy(denominator);
  }

  /** Whether the general form is 0 for output {@code i}, decided with fractions. */
  private boolean cancels(int i) {
    BigDecimal sum = divisor.exact();
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ONE;
    for (int k = 0; k < output.length; k++) {
      if (slopes[k] && target[k] != 0) {
        BigDecimal term = new BigDecimal(target[k]).multiply(new BigDecimal(output[k]));
        numerator = numerator.multiply(guarded(k, sum)).add(term.multiply(denominator));
        denominator = denominator.multiply(guarded(k, sum));
      }
    }
    if (!slopes[i]) {
      return numerator.signum() == 0;
    }
    BigDecimal own = new BigDecimal(target[i]).multiply(sum).multiply(denominator);
    return numerator.multiply(guarded(i, sum)).compareTo(own) == 0;
  }

  /** o_k + a·S. */
  private BigDecimal guarded(int k, BigDecimal sum) {
    return new BigDecimal(output[k]).add(added.multiply(sum));
  }

  private Real sum(Stage stage) {
    Real sum = stage.of(0);
    for (double o : output) {
      sum = sum.plus(stage.of(o));
    }
    return sum;
  }

  /** The bounds of the derivatives; 0 where one isn't finite. */
  IntToDoubleFunction bound(Terms terms) {
    double sum = 0;
    double absolute = 0;
    double targets = 0;
    for (int k = 0; k < output.length; k++) {
      sum += output[k];
      absolute += Math.abs(output[k]);
      targets += slopes[k] ? Math.abs(target[k]) : 0;
    }
    double whole = normalised ? sum : 1;
    double condition = normalised ? absolute / Math.abs(sum) : 1;
    double additions = normalised ? terms.summation(output.length) * condition : 0;
    double others = normalised ? targets * (8 * condition + 3 * additions) : 0;
    return i -> {
      double own = slopes[i] ? Math.abs(target[i] / (output[i] / whole + added.doubleValue())) : 0;
      double bound = (own * (8 * condition + 2 * additions) + others) / Math.abs(whole);
      return Double.isFinite(bound) ? terms.u() * bound : 0;
    };
  }
}
