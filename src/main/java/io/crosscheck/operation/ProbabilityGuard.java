package io.crosscheck.operation;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;

/** How the logarithm of a probability is kept finite: the choice probabilities.guard. */
final class ProbabilityGuard {

  private final String guard;
  private final double epsilon;
  private final Stage stage;

  /** ε. */
  private final Real lowest;

  /** 1 − ε. */
  private final Real highest;

  private ProbabilityGuard(String guard, double epsilon, Stage stage) {
    this.guard = guard;
    this.epsilon = epsilon;
    this.stage = stage;
    this.lowest = stage.of(epsilon);
    this.highest = stage.of(1).minus(lowest);
  }

  static ProbabilityGuard of(Arguments arguments, DType dtype, Choices choices, Stage stage) {
    String guard = choices.get(Choice.PROBABILITIES_GUARD);
    boolean machine = guard.equals("clip_dtype_epsilon");
    double epsilon = machine ? 2 * dtype.unitRoundoff() : arguments.number("epsilon");
    return new ProbabilityGuard(guard, epsilon, stage);
  }

  /** Refuses a probability outside [0, 1] where the choice says so. */
  static void check(Tensor output, Choices choices) {
    for (int i = 0; i < output.size(); i++) {
      double p = output.number(i);
      if ((p < 0 || p > 1) && choices.is(Choice.PROBABILITIES_OUT_OF_RANGE, "refused")) {
        throw new RefusedException(
            RefusalCode.INVALID_PROBABILITY,
            "probability " + p + " is out of range; expected 0 to 1");
      }
    }
  }

  /** ln p, guarded. */
  Real ln(Real p) {
    return switch (guard) {
      case "none" -> p.ln();
      case "log_floor_-100" -> p.ln().max(stage.of(-100));
      case "add_1e-7" -> p.plus(lowest).ln();
      case "clip_then_add_1e-7" -> clip(p).plus(lowest).ln();
      default -> clip(p).ln();
    };
  }

  /** ln p, guarded, to double precision. */
  double estimateLn(double p) {
    return ln(stage.of(p)).enclosure().estimate();
  }

  /** ln(1 − p), guarded, to double precision. */
  double estimateLnOfComplement(double p) {
    return lnOfComplement(stage.of(p)).enclosure().estimate();
  }

  /** Whether p is brought down to 1 − ε, a number that a float format may not have. */
  boolean lowers(double p) {
    return guard.startsWith("clip_") && !guard.equals("clip_dtype_epsilon") && p >= 1 - epsilon;
  }

  /** ln(1 − p), guarded: the clip acts on p, the others on 1 − p. */
  Real lnOfComplement(Real p) {
    return switch (guard) {
      case "none" -> p.negated().log1p();
      case "log_floor_-100" -> p.negated().log1p().max(stage.of(-100));
      case "add_1e-7" -> p.negated().plus(lowest).log1p();
      case "clip_then_add_1e-7" -> clip(p).negated().plus(lowest).log1p();
      default -> clip(p).negated().log1p();
    };
  }

  private Real clip(Real p) {
    return p.max(lowest).min(highest);
  }
}
