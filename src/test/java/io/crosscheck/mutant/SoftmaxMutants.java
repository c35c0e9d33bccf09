package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.slices;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;

/** Wrong arithmetic in a softmax. */
final class SoftmaxMutants {

  private static final String SOFTMAX = "softmax";

  private SoftmaxMutants() {}

  static List<Mutant> all() {
    return List.of(
        of("B145 shifted in vectors only", "overflow.shift", unshiftedBeyondVectors()),
        of("B087 the search for the largest starts at 0", "overflow.negative", startingAtZero()),
        new Mutant(
            "B068 less max plus log of the sum, added first",
            SOFTMAX,
            "softmax.overflow.offset",
            "expected a difference",
            addedFirst()),
        of("B041 the exponential of the log-softmax of float16", "accuracy", each(half())),
        of("B076 multiplied by log2 e before the shift", "overflow.largest", scaledFirst()),
        of("an exponential off by 1e-4", "accuracy.exponential", exponential(wavy())),
        of("Schraudolph's exponential", "accuracy.exponential", exponential(schraudolph())),
        of(
            "log2 e cut to four digits",
            "accuracy.exponential",
            exponential(d -> Math.pow(2, 1.442 * d))),
        of("powers of 2", "softmax.definition", exponential(d -> Math.pow(2, d))),
        of("an exponential that ends at -80", "underflow.gap", exponential(d -> cut(d, -80))),
        of("results below 1e-12 are 0", "underflow.gap", each(p -> p < 1e-12 ? 0 : p)),
        of(
            "B130 clipped to [1e-7, 1 - 1e-7]",
            "underflow.gap",
            each(p -> Math.max(1e-7, Math.min(p, 1 - 1e-7)))),
        new Mutant(
            "not divided by the sum",
            SOFTMAX,
            "softmax.properties.distribution",
            "expected 1 within",
            unnormalised()),
        new Mutant(
            "the last term left out of the sum",
            SOFTMAX,
            "softmax.properties.distribution",
            "expected 0 to 1",
            sumOf(0, -1)),
        of("B070 an odd width loses its last term", "shapes.tails", oddWidths()),
        of("1e-7 added to the denominator", "softmax.float64_digits", withEpsilon()),
        of(
            "float64 computed in float32",
            "softmax.float64_digits",
            where(
                a -> a.input("logits").dtype() == DType.FLOAT64,
                givenEach("logits", x -> (float) x))),
        of(
            "float32 computed in bfloat16",
            "softmax.definition",
            where(
                a -> a.input("logits").dtype() == DType.FLOAT32,
                givenEach("logits", DType.BFLOAT16::round))),
        of("one chain of additions", "accuracy.summation", chain()),
        of("online without rescaling what was added", "softmax.one_pass", unrescaled()),
        of(
            "B021 one less the other of two",
            "underflow.gap",
            result((p, a) -> p.shape().rank() == 1 && p.size() == 2 ? complement(p) : p)),
        new Mutant(
            "float16 answered in float32",
            SOFTMAX,
            "softmax.softmax.dtype",
            "dtype",
            result((p, a) -> Tensor.ofNumbers(DType.FLOAT32, p.shape(), p.toDoubles()))),
        new Mutant(
            "another last bit at each call",
            SOFTMAX,
            "softmax.properties.repeatable",
            "expected the same bits",
            drifting()));
  }

  static Mutant of(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, SOFTMAX, "softmax." + requirement, "exact value", fault);
  }

  private static Mutant.Fault unshiftedBeyondVectors() {
    return where(
        a -> a.input("logits").shape().rank() > 1,
        slices("logits", (x, d) -> Floats.softmax(x, d, v -> v)));
  }

  private static Mutant.Fault startingAtZero() {
    return slices(
        "logits", (x, d) -> Floats.softmax(x, d, v -> minus(v, Math.max(0, Floats.max(v)))));
  }

  private static Mutant.Fault addedFirst() {
    return slices(
        "logits",
        (x, d) -> {
          double[] p = new double[x.length];
          double sum = 0;
          for (double v : x) {
            sum += Math.exp(v - Floats.max(x));
          }
          double logSumExp = d.round(Floats.max(x) + Math.log(sum));
          for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(d.round(x[k] - logSumExp));
          }
          return p;
        });
  }

  private static DoubleUnaryOperator half() {
    return p -> Math.exp(DType.FLOAT16.round(Math.log(p)));
  }

  private static Mutant.Fault scaledFirst() {
    return slices(
        "logits",
        (x, d) -> {
          double[] scaled = new double[x.length];
          for (int k = 0; k < x.length; k++) {
            scaled[k] = d.round(x[k] * 1.4426950408889634);
          }
          double[] e = minus(scaled, Floats.max(scaled));
          for (int k = 0; k < e.length; k++) {
            e[k] *= 0.6931471805599453;
          }
          return Floats.softmax(e, DType.FLOAT64, v -> v);
        });
  }

  private static DoubleUnaryOperator wavy() {
    return d -> Math.exp(d) * (1 + 1e-4 * Math.sin(37 * d));
  }

  private static DoubleUnaryOperator schraudolph() {
    return d -> d < -87 ? 0 : Float.intBitsToFloat((int) (12102203.0 * d + 1064866805.0));
  }

  private static double cut(double d, double least) {
    return d < least ? 0 : Math.exp(d);
  }

  /** A softmax with that in place of exp, all else in float64. */
  private static Mutant.Fault exponential(DoubleUnaryOperator exp) {
    return slices(
        "logits",
        (x, dtype) -> {
          double[] p = minus(x, Floats.max(x));
          double sum = 0;
          for (int k = 0; k < p.length; k++) {
            p[k] = exp.applyAsDouble(p[k]);
            sum += p[k];
          }
          for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
          }
          return p;
        });
  }

  private static Mutant.Fault unnormalised() {
    return slices(
        "logits",
        (x, d) -> {
          double[] p = minus(x, Floats.max(x));
          for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k]);
          }
          return p;
        });
  }

  /**
   * The denominator without the terms before {@code from} and as many as {@code cut} at the end.
   */
  private static Mutant.Fault sumOf(int from, int cut) {
    return slices("logits", (x, d) -> dividedByTerms(x, from, x.length + cut));
  }

  private static Mutant.Fault oddWidths() {
    return slices(
        "logits",
        (x, d) -> dividedByTerms(x, 0, x.length > 32 ? x.length - x.length % 2 : x.length));
  }

  private static double[] dividedByTerms(double[] x, int from, int to) {
    double[] p = minus(x, Floats.max(x));
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k]);
      sum += k >= from && k < to ? p[k] : 0;
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static Mutant.Fault withEpsilon() {
    return slices(
        "logits",
        (x, d) -> {
          double[] p = minus(x, Floats.max(x));
          double sum = 1e-7;
          for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k]);
            sum += p[k];
          }
          for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
          }
          return p;
        });
  }

  private static Mutant.Fault chain() {
    return slices("logits", (x, d) -> Floats.softmax(x, d, Floats::minusMax));
  }

  private static Mutant.Fault unrescaled() {
    return slices(
        "logits",
        (x, d) -> {
          double most = Double.NEGATIVE_INFINITY;
          double sum = 0;
          for (double v : x) {
            most = Math.max(most, v);
            sum += Math.exp(v - most);
          }
          double[] p = minus(x, most);
          for (int k = 0; k < p.length; k++) {
            p[k] = Math.exp(p[k]) / sum;
          }
          return p;
        });
  }

  private static Tensor complement(Tensor p) {
    double second = p.dtype().round(1 - p.number(0));
    return Tensor.ofNumbers(p.dtype(), p.shape(), p.number(0), second);
  }

  private static Mutant.Fault drifting() {
    AtomicInteger calls = new AtomicInteger();
    return result(
        (p, a) ->
            calls.incrementAndGet() % 2 == 0 ? p : Floats.each(p, v -> v + p.dtype().ulp(v) * 1.5));
  }

  static double[] minus(double[] x, double shift) {
    double[] shifted = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      shifted[k] = x[k] - shift;
    }
    return shifted;
  }
}
