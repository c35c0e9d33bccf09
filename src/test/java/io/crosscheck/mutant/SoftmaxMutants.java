package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.slices;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Wrong softmaxes. */
final class SoftmaxMutants {

  private static final String SOFTMAX = "softmax";

  private SoftmaxMutants() {}

  static List<Mutant> all() {
    return Stream.of(numeric(), special(), layout()).flatMap(List::stream).toList();
  }

  private static List<Mutant> numeric() {
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

  private static List<Mutant> special() {
    return List.of(
        of(
            "B079 a slice of -Infinity is all on its first class",
            "special.all_negative_infinity",
            slices(
                "logits",
                (x, d) ->
                    Floats.max(x) == Double.NEGATIVE_INFINITY
                        ? firstOnly(x.length)
                        : Floats.softmax(x, d, Floats::minusMax))),
        of(
            "B091 an infinite logit has probability 1",
            "special.positive_infinity",
            givenEach("logits", x -> x == Double.POSITIVE_INFINITY ? 1e4 : x)),
        of(
            "B084 -Infinity taken for -10",
            "special.negative_infinity",
            givenEach("logits", x -> x == Double.NEGATIVE_INFINITY ? -10 : x)),
        of(
            "B088 logits below -1e8 taken for -Infinity",
            "overflow.negative",
            givenEach("logits", x -> x < -1e8 ? Double.NEGATIVE_INFINITY : x)),
        of(
            "B146 NaN dropped by a maximum",
            "special.not_a_number",
            givenEach("logits", x -> Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x)),
        of(
            "subnormal logits are NaN",
            "underflow.subnormal_logits",
            givenEach("logits", x -> x != 0 && Math.abs(x) < 1e-37 ? Double.NaN : x)),
        new Mutant(
            "B101 an empty result without its shape",
            SOFTMAX,
            "softmax.shapes.empty",
            "shape",
            result((p, a) -> p.size() == 0 ? Tensor.ofNumbers(p.dtype(), Shape.of(0)) : p)),
        of(
            "B044 a slice of one class is its sigmoid",
            "shapes.length_one",
            slices(
                "logits",
                (x, d) ->
                    x.length == 1
                        ? new double[] {1 / (1 + Math.exp(-x[0]))}
                        : Floats.softmax(x, d, Floats::minusMax))));
  }

  private static List<Mutant> layout() {
    return List.of(
        of("B097 all axes from axis on are one", "axis.slice", coerced()),
        of("B100 always along the last axis but one", "axis.default", alongAxis(-2)),
        of("always along axis 1", "axis.single", alongAxis(1)),
        of(
            "a negative axis counted from the front",
            "axis.negative",
            (honest, request) ->
                Faults.attribute(
                        "axis",
                        a -> a.integer("axis") < 0 ? -a.integer("axis") - 1 : a.integer("axis"))
                    .answer(honest, request)),
        of("the denominator of the first slice for all", "axis.independent_slices", oneSum()),
        of("B075 channels read as if they came last", "axis.channels", channelsLast()),
        of(
            "the classes in ascending order",
            "properties.permutation",
            slices(
                "logits",
                (x, d) -> {
                  double[] p = Floats.softmax(x, DType.FLOAT64, Floats::minusMax);
                  Arrays.sort(p);
                  return p;
                })),
        new Mutant(
            "the largest class exchanged with the first",
            SOFTMAX,
            "softmax.properties.order",
            "expected no larger result",
            slices(
                "logits",
                (x, d) -> {
                  double[] p = Floats.softmax(x, DType.FLOAT64, Floats::minusMax);
                  int largest = 0;
                  for (int k = 0; k < p.length; k++) {
                    largest = p[k] > p[largest] ? k : largest;
                  }
                  double most = p.length == 0 ? 0 : p[largest];
                  if (p.length > 0) {
                    p[largest] = p[0];
                    p[0] = most;
                  }
                  return p;
                })),
        of(
            "the largest logit of all slices taken off",
            "axis.independent_slices",
            (honest, request) ->
                result(
                        (y, a) -> {
                          double most = Floats.max(a.input("logits").toDoubles());
                          return Floats.alongAxis(
                              a.input("logits"),
                              a.attributes().get("axis"),
                              (x, d) -> Floats.softmax(x, d, v -> minus(v, most)));
                        })
                    .answer(honest, request)));
  }

  private static Mutant of(String name, String requirement, Mutant.Fault fault) {
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

  private static double[] firstOnly(int length) {
    double[] p = new double[length];
    if (length > 0) {
      p[0] = 1;
    }
    return p;
  }

  private static Mutant.Fault coerced() {
    return result(
        (y, a) -> {
          Tensor x = a.input("logits");
          int axis = a.axis(x.shape());
          int rows = 1;
          for (int i = 0; i < axis; i++) {
            rows *= x.shape().length(i);
          }
          if (x.size() == 0) {
            return y;
          }
          Tensor flat = Tensor.ofNumbers(x.dtype(), Shape.of(rows, x.size() / rows), x.toDoubles());
          double[] p =
              Floats.alongAxis(
                      flat, 1L, (v, d) -> Floats.softmax(v, DType.FLOAT64, Floats::minusMax))
                  .toDoubles();
          return Tensor.ofNumbers(x.dtype(), x.shape(), p);
        });
  }

  private static Mutant.Fault alongAxis(int axis) {
    return Faults.attribute(
        "axis",
        a -> {
          int rank = a.input("logits").shape().rank();
          return rank >= 2 ? (long) axis : a.attributes().get("axis");
        });
  }

  private static Mutant.Fault oneSum() {
    return result(
        (y, a) -> {
          double[] first = {Double.NaN};
          return Floats.alongAxis(
              a.input("logits"),
              a.attributes().get("axis"),
              (x, d) -> {
                double[] p = minus(x, Floats.max(x));
                double sum = 0;
                for (int k = 0; k < p.length; k++) {
                  p[k] = Math.exp(p[k]);
                  sum += p[k];
                }
                first[0] = Double.isNaN(first[0]) ? sum : first[0];
                for (int k = 0; k < p.length; k++) {
                  p[k] /= first[0];
                }
                return p;
              });
        });
  }

  /** Right along the last axis; along another the flat array is cut into rows all the same. */
  private static Mutant.Fault channelsLast() {
    return result(
        (y, a) -> {
          Tensor x = a.input("logits");
          int length = x.shape().length(a.axis(x.shape()));
          if (x.size() == 0) {
            return y;
          }
          Tensor rows =
              Tensor.ofNumbers(x.dtype(), Shape.of(x.size() / length, length), x.toDoubles());
          double[] p =
              Floats.alongAxis(
                      rows, 1L, (v, d) -> Floats.softmax(v, DType.FLOAT64, Floats::minusMax))
                  .toDoubles();
          return Tensor.ofNumbers(x.dtype(), x.shape(), p);
        });
  }

  private static double[] minus(double[] x, double shift) {
    double[] shifted = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      shifted[k] = x[k] - shift;
    }
    return shifted;
  }
}
