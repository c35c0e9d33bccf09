package io.crosscheck.verdict;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.ErrorBound;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.Terms;
import io.crosscheck.tensor.DType;

/**
 * The one place that decides how far a result may lie from its exact value.
 *
 * <p>float32 and float64: the operation's bound, in units of the dtype's u, and 2·eta for
 * underflow. float16 and bfloat16: the operation's bound for float32 and the rounding to the narrow
 * format, 0.5 ulp (strict) or 2 ulp and 2·eta (otherwise: intermediate results may have been stored
 * in it). eta is the smallest subnormal, or the smallest normal number where subnormals are
 * flushed.
 */
public final class Tolerance {

  private final DType dtype;
  private final Profile profile;
  private final ErrorBound bound;
  private final boolean half;
  private final double eta;

  private Tolerance(DType dtype, Profile profile, ErrorBound bound) {
    this.dtype = dtype;
    this.profile = profile;
    this.bound = bound;
    this.half = dtype.isHalf();
    this.eta = dtype.smallestSubnormal();
  }

  /** The tolerance of a result in {@code dtype} of {@code operation} applied to bound arguments. */
  public static Tolerance of(
      Operation operation, Arguments arguments, Choices choices, DType dtype, Profile profile) {
    if (!dtype.isFloat()) {
      return new Tolerance(dtype, profile, ErrorBound.EXACT);
    }
    return new Tolerance(
        dtype, profile, operation.bound(arguments, new Terms(profile, dtype, choices)));
  }

  /** Whether the element must equal its exact value. */
  public boolean isExact(int element) {
    return bound.isExact(element);
  }

  /**
   * The allowed |result − exact value| of an element.
   *
   * @param exact the exact value to double precision
   * @param flushed whether subnormal results may be 0
   */
  public double allowed(int element, double exact, boolean flushed) {
    if (isExact(element)) {
      return 0;
    }
    double underflow = 2 * (flushed ? dtype.smallestNormal() : eta);
    double computed = bound.at(element, exact);
    if (!(computed >= 0 && computed < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException("the error bound of element " + element + " is " + computed);
    }
    if (!half) {
      return computed + underflow;
    }
    double ulp = dtype.ulp(exact);
    return profile == Profile.STRICT && !flushed
        ? computed + 0.5 * ulp
        : computed + 2 * ulp + underflow;
  }

  /** At most what {@link #allowed} gives, for less work; 0 where there is no such shortcut. */
  double least(int element, double exact) {
    return bound.least(element, exact);
  }

  /** Whether the result may be 0 because its exact value is subnormal. */
  static boolean isFlushed(double exact, DType dtype, Choices choices) {
    boolean subnormal = exact != 0 && Math.abs(exact) < dtype.smallestNormal();
    return subnormal && dtype.isFloat() && choices.is(Choice.SUBNORMALS, "flushed");
  }

  /**
   * Whether the infinity of that sign is near enough to an exact value that is a number. It counts
   * as the number that would follow the largest, 65536 in float16: the error of a result that
   * overflows by rounding is then what it is below, the rounding included.
   */
  static boolean mayOverflow(double infinity, double exact, double allowed, DType dtype) {
    double next = dtype.largest() / 2 + dtype.ulp(dtype.largest()) / 2;
    double reach = (infinity > 0 ? exact : -exact) / 2 + allowed / 2;
    return dtype.isFloat() && reach >= next;
  }
}
