package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.reduced;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.slices;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Wrong log-softmaxes, log-sum-exps and sigmoids. */
final class LogarithmMutants {

  private static final String LOG = "log_softmax";
  private static final String SUM = "log_sum_exp";
  private static final String SIGMOID = "sigmoid";

  private LogarithmMutants() {}

  static List<Mutant> all() {
    return Stream.of(logSoftmax(), logSumExp(), sigmoid()).flatMap(List::stream).toList();
  }

  private static List<Mutant> logSoftmax() {
    return List.of(
        log("B072 the logarithm of a float32 softmax", "gap", ofProbability(Math::log)),
        log(
            "the logarithm of a probability of at least 1e-7",
            "gap",
            ofProbability(p -> Math.log(Math.max(p, 1e-7)))),
        log("1e-5 added to the probability", "definition", ofProbability(p -> Math.log(p + 1e-5))),
        log("B067 less max plus log of the sum, added first", "offset", addedFirst()),
        log("to base 2", "definition", each(y -> y / Math.log(2))),
        log("to base 10", "accuracy", each(y -> y / Math.log(10))),
        log("the sign turned", "definition", each(y -> -y)),
        log(
            "one less the other probabilities",
            "dominant",
            each(y -> (float) Math.exp(y) == 1 ? 1e-3 : y)),
        log("always along the last axis", "axis", Faults.attribute("axis", a -> -1L)),
        log(
            "B148 the lowest finite number for -Infinity",
            "negative_infinity",
            each(y -> y == Double.NEGATIVE_INFINITY ? -1e4 : y)),
        log(
            "B115 an infinite logit taken for a large one",
            "positive_infinity",
            givenEach("logits", x -> x == Double.POSITIVE_INFINITY ? 1e3 : x)),
        log(
            "B146 NaN dropped by a maximum",
            "not_a_number",
            givenEach("logits", x -> Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x)),
        log("never below -100", "gap", each(y -> Math.max(y, -100))),
        log(
            "float32 logits taken in bfloat16",
            "spread",
            where(
                a -> a.input("logits").dtype() == DType.FLOAT32,
                givenEach("logits", DType.BFLOAT16::round))),
        log("an odd width loses its last term", "lengths", oddWidth()),
        log(
            "float64 computed in float32",
            "accuracy",
            where(
                a -> a.input("logits").dtype() == DType.FLOAT64,
                givenEach("logits", x -> (float) x))));
  }

  private static List<Mutant> logSumExp() {
    return List.of(
        sum("the largest logit", "definition", reduced("logits", Floats::max)),
        sum("the sum of the logits", "definition", reduced("logits", LogarithmMutants::plain)),
        sum("the mean of the exponentials", "accuracy", meanOfTerms()),
        sum("B119 infinities are NaN", "special", each(y -> Double.isInfinite(y) ? Double.NaN : y)),
        sum("to base 2", "definition", each(y -> y / Math.log(2))),
        sum("1e-7 under the logarithm", "spread", each(y -> Math.log(Math.exp(y) + 1e-3))),
        sum("never below -80", "range", each(y -> Math.max(y, -80))),
        new Mutant(
            "axes always kept",
            SUM,
            "softmax.log_sum_exp.axis",
            "shape",
            Faults.attribute("keep_dims", a -> true)),
        new Mutant(
            "always along the last axis",
            SUM,
            "softmax.log_sum_exp.axis",
            "expected float32 of shape [3]",
            Faults.attribute("axis", a -> -1L)),
        sum(
            "an odd width loses its last term",
            "lengths",
            reduced(
                "logits", x -> logSumExp(x, x.length > 8 ? x.length - x.length % 2 : x.length))));
  }

  private static List<Mutant> sigmoid() {
    return List.of(
        of("B128 of the negative logit", "definition", givenEach("logits", x -> -x)),
        of(
            "a line between -2.5 and 2.5",
            "definition",
            ofLogits(x -> Math.max(0, Math.min(0.5 + 0.2 * x, 1)))),
        of(
            "by tanh of float32",
            "range",
            ofLogits(x -> (float) (0.5 + 0.5 * (float) Math.tanh(x / 2)))),
        of(
            "clipped to [1e-7, 1 - 1e-7]",
            "range",
            each(p -> Math.max(1e-7, Math.min(p, 1 - 1e-7)))),
        of(
            "logits beyond 15 cut off",
            "accuracy",
            givenEach("logits", x -> Math.max(-15, Math.min(x, 15)))),
        of(
            "an exponential off by 1e-4",
            "spread",
            ofLogits(x -> 1 / (1 + Math.exp(-x) * (1 + 1e-4)))));
  }

  private static Mutant log(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, LOG, "softmax.log_softmax." + requirement, "exact value", fault);
  }

  private static Mutant sum(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, SUM, "softmax.log_sum_exp." + requirement, "exact value", fault);
  }

  private static Mutant of(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, SIGMOID, "softmax.sigmoid." + requirement, "exact value", fault);
  }

  /** A function of the probabilities, which are rounded to float32. */
  private static Mutant.Fault ofProbability(DoubleUnaryOperator function) {
    return slices(
        "logits",
        (x, d) -> {
          double[] y = Floats.softmax(x, DType.FLOAT64, Floats::minusMax);
          for (int k = 0; k < y.length; k++) {
            y[k] = function.applyAsDouble((float) y[k]);
          }
          return y;
        });
  }

  private static Mutant.Fault addedFirst() {
    return slices(
        "logits",
        (x, d) -> {
          double[] y = new double[x.length];
          double sum = d.round(logSumExp(x, x.length));
          for (int k = 0; k < y.length; k++) {
            y[k] = x[k] - sum;
          }
          return y;
        });
  }

  private static Mutant.Fault oddWidth() {
    return slices(
        "logits",
        (x, d) -> {
          double[] y = new double[x.length];
          double sum = logSumExp(x, x.length > 8 ? x.length - x.length % 2 : x.length);
          for (int k = 0; k < y.length; k++) {
            y[k] = x[k] - sum;
          }
          return y;
        });
  }

  private static Mutant.Fault meanOfTerms() {
    return reduced("logits", x -> logSumExp(x, x.length) - Math.log(Math.max(1, x.length)));
  }

  private static Mutant.Fault ofLogits(DoubleUnaryOperator function) {
    return result(
        (y, a) -> {
          Tensor x = a.input("logits");
          return Floats.each(x, function);
        });
  }

  private static double plain(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    return sum;
  }

  private static double logSumExp(double[] x, int to) {
    double sum = 0;
    double max = Floats.max(x);
    for (int k = 0; k < to; k++) {
      sum += Math.exp(x[k] - max);
    }
    return max + Math.log(sum);
  }
}
