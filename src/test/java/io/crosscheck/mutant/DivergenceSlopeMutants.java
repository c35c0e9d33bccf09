package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.result;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/** Wrong gradients of the Kullback-Leibler divergence for its target. */
final class DivergenceSlopeMutants {

  private static final String SLOPE = "kl_divergence_target_gradient";

  private DivergenceSlopeMutants() {}

  static List<Mutant> all() {
    return List.of(
        of("the 1 left out", "definition", (t, o, d) -> Math.log(t / o)),
        of("for the output", "definition", (t, o, d) -> -t / o),
        of("output less target", "slope", "may be", (t, o, d) -> -Math.log(t / o) - 1),
        of("output by target", "definition", (t, o, d) -> Math.log(o / t) + 1),
        of("the target's entropy alone", "definition", (t, o, d) -> Math.log(t) + 1),
        of("times the target", "accuracy", (t, o, d) -> t * (Math.log(t / o) + 1)),
        of("a logarithm to base 2", "spread", (t, o, d) -> Math.log(t / o) / Math.log(2) + 1),
        of("a logarithm to base 10", "lengths", (t, o, d) -> Math.log10(t / o) + 1),
        of(
            "zero times the logarithm of zero",
            "zero-target",
            "NaN",
            (t, o, d) -> t == 0 ? Double.NaN : Math.log(t / o) + 1),
        of(
            "no slope at a target of 0",
            "zero-target",
            (t, o, d) -> t == 0 ? 0 : Math.log(t / o) + 1),
        of(
            "the largest number in place of infinity",
            "zero-target",
            (t, o, d) -> Math.max(-d.largest(), Math.log(t / o) + 1)),
        of(
            "no slope at an output of 0",
            "zero-output",
            (t, o, d) -> o == 0 ? 0 : Math.log(t / o) + 1),
        of(
            "nothing by nothing is 1",
            "both-zero",
            (t, o, d) -> t == 0 && o == 0 ? 1 : Math.log(t / o) + 1),
        of(
            "an epsilon inside the logarithm",
            "range",
            (t, o, d) -> Math.log((t + 1e-7) / (o + 1e-7)) + 1),
        of(
            "targets and outputs of at least 1e-7",
            "range",
            (t, o, d) -> Math.log(Math.max(t, 1e-7) / Math.max(o, 1e-7)) + 1),
        of(
            "a quotient of the tensor's own dtype",
            "quotient",
            (t, o, d) -> Math.log(d.round(t / o)) + 1),
        of(
            "computed in float16",
            "lengths",
            (t, o, d) -> DType.FLOAT16.round(Math.log(t)) - DType.FLOAT16.round(Math.log(o)) + 1),
        of(
            "a bfloat16 quotient of float16",
            "spread",
            (t, o, d) -> Math.log(d == DType.FLOAT16 ? DType.BFLOAT16.round(t / o) : t / o) + 1),
        of(
            "a float16 quotient of bfloat16",
            "range",
            (t, o, d) -> Math.log(d == DType.BFLOAT16 ? DType.FLOAT16.round(t / o) : t / o) + 1),
        of(
            "a difference under the logarithm",
            "accuracy",
            (t, o, d) -> Math.log1p(d.round(d.round(t - o) / o)) + 1),
        of(
            "half of the slope at a target of 1",
            "clip-edge",
            (t, o, d) -> (Math.log(t / o) + 1) * (t == 1 ? 0.5 : 1)),
        of(
            "the size of a negative number",
            "no-probability",
            (t, o, d) -> Math.log(Math.abs(t) / Math.abs(o)) + 1),
        of(
            "NaN at infinity",
            "infinite",
            (t, o, d) -> Double.isInfinite(t + o) ? Double.NaN : Math.log(t / o) + 1),
        new Mutant(
            "rounded to thousandths",
            SLOPE,
            "gradients.kl-target.near",
            "exact value",
            each(v -> Math.rint(v * 1000) / 1000)),
        new Mutant(
            "a mean over the elements",
            SLOPE,
            "gradients.kl-target.repeatable",
            "exact value",
            result((y, a) -> Floats.each(y, v -> v / y.size()))),
        Mutant.unrefusing(SLOPE, "gradients.kl-target.refusals"));
  }

  /** The slope at one target and output, for a tensor of that dtype. */
  private interface Slope {
    double at(double target, double output, DType dtype);
  }

  private static Mutant of(String name, String requirement, Slope slope) {
    return of(name, requirement, "exact value", slope);
  }

  private static Mutant of(String name, String requirement, String words, Slope slope) {
    return new Mutant(
        name,
        SLOPE,
        "gradients.kl-target." + requirement,
        words,
        result(
            (y, a) -> {
              Tensor target = a.input("target");
              double[] values = a.input("output").toDoubles();
              for (int i = 0; i < values.length; i++) {
                values[i] = slope.at(target.number(i), values[i], y.dtype());
              }
              return Tensor.ofNumbers(y.dtype(), y.shape(), values);
            }));
  }
}
