package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.perRow;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Wrong categorical cross-entropies, of probabilities and of logits, and a divergence. */
final class CategoricalMutants {

  private static final String CATEGORICAL = "categorical_cross_entropy";
  private static final String DENSE = "softmax_cross_entropy_with_logits";

  private CategoricalMutants() {}

  static List<Mutant> all() {
    return Stream.of(categorical(), dense()).flatMap(List::stream).toList();
  }

  private static List<Mutant> categorical() {
    return List.of(
        of(
            "B023 logits taken for probabilities",
            CATEGORICAL,
            "logits.flag",
            attribute("from_logits", a -> false)),
        of(
            "B024 probabilities taken for logits",
            CATEGORICAL,
            "logits.flag",
            attribute("from_logits", a -> true)),
        of("a guard of 1e-3", CATEGORICAL, "categorical.clip", attribute("epsilon", a -> 1e-3)),
        of(
            "the default guard whatever is asked",
            CATEGORICAL,
            "categorical.clip",
            attribute("epsilon", a -> 1e-7)),
        of(
            "label smoothing left out",
            CATEGORICAL,
            "smoothing.definition",
            attribute("label_smoothing", a -> 0.0)),
        of(
            "B014 smoothing over as many classes as axis 1 has",
            CATEGORICAL,
            "smoothing.classes",
            smoothedOverAxisOne()),
        new Mutant(
            "always along the last axis",
            CATEGORICAL,
            "cross-entropy.axis.any",
            "shape",
            attribute("axis", a -> -1L)),
        new Mutant(
            "a negative axis counted from the front",
            CATEGORICAL,
            "cross-entropy.axis.negative",
            "shape",
            turnedAxis()),
        of(
            "B124 targets divided by their sum",
            CATEGORICAL,
            "categorical.labels-as-given",
            divided("target")),
        of(
            "B022 negative probabilities are 0",
            CATEGORICAL,
            "renormalisation.no-probabilities",
            givenEach("output", p -> Math.max(p, 0))),
        of(
            "the logarithm to base 2",
            CATEGORICAL,
            "categorical.definition",
            each(v -> v / Math.log(2))),
        of("1 - t times ln(1 - o) added", CATEGORICAL, "categorical.definition", withOthers()),
        of("the sign turned", CATEGORICAL, "categorical.definition", each(v -> -v)),
        of(
            "the sum of all in place of the mean",
            CATEGORICAL,
            "mean",
            where(a -> a.text("reduction").equals("mean"), attribute("reduction", a -> "sum"))),
        new Mutant(
            "an empty sum is 1",
            CATEGORICAL,
            "cross-entropy.mean.empty",
            "exact value",
            where(a -> a.input("output").size() == 0, each(v -> 1))),
        of(
            "half of float32's digits",
            CATEGORICAL,
            "categorical.spread",
            each(DType.BFLOAT16::round)),
        of(
            "rows read as columns",
            CATEGORICAL,
            "categorical.strides",
            where(
                a -> a.input("output").shape().rank() > 2,
                given(
                    "output",
                    (x, a) -> Tensor.ofNumbers(x.dtype(), x.shape(), reversed(x.toDoubles()))))));
  }

  private static List<Mutant> dense() {
    return List.of(
        new Mutant(
            "an infinite divergence is 100",
            "kl_divergence",
            "cross-entropy.kl-divergence.zero-output",
            "exact value",
            each(v -> Double.isInfinite(v) ? 100 : v)),
        of(
            "B011 logits beyond 50 cut off",
            DENSE,
            "softmax.far-label",
            givenEach("logits", x -> Math.max(-50, Math.min(x, 50)))),
        of(
            "B067 logits taken in float16",
            DENSE,
            "softmax.offset",
            givenEach("logits", DType.FLOAT16::round)),
        of("labels divided by their sum", DENSE, "softmax.definition", divided("labels")),
        of(
            "B009 a row of no label has the loss of one",
            DENSE,
            "softmax.definition",
            each(v -> v == 0 ? 1 : v)),
        of(
            "the largest label alone",
            DENSE,
            "softmax.definition",
            givenEach("labels", t -> Math.rint(t))),
        of(
            "label smoothing left out",
            DENSE,
            "smoothing.definition",
            attribute("label_smoothing", a -> 0.0)),
        of(
            "B065 smoothing spread over the other classes",
            DENSE,
            "smoothing.definition",
            smoothedOverOthers()),
        new Mutant(
            "always along the last axis",
            DENSE,
            "cross-entropy.conformance.axis",
            "shape",
            attribute("axis", a -> -1L)),
        of("the first row of labels for all", DENSE, "softmax.definition", oneRowOfLabels()),
        of("B106 a ruled-out class spoils the loss", DENSE, "special.ruled-out", spoiled("logits")),
        of("the loss of a certain class is -1e-7", DENSE, "softmax.dominant", each(v -> v - 1e-7)),
        of(
            "the mean of all for each",
            DENSE,
            "conformance.batch",
            result((y, a) -> Floats.each(y, v -> Floats.mean(y).number(0)))),
        of(
            "NaN where nothing is finite is infinite",
            DENSE,
            "special.ruled-out",
            each(v -> Double.isNaN(v) ? Double.POSITIVE_INFINITY : v)),
        of(
            "a mean divided by one more",
            DENSE,
            "mean.second-step",
            where(
                a -> a.text("reduction").equals("mean"),
                result((y, a) -> Floats.each(y, v -> v * rows(a) / (rows(a) + 1.0))))),
        of(
            "the mean divided by the length of the first axis",
            DENSE,
            "mean.second-step",
            perRow("logits", a -> rows(a))),
        of("never below 1e-4", DENSE, "double-softmax.below", each(v -> Math.max(v, 1e-4))));
  }

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "cross-entropy." + requirement, "exact value", fault);
  }

  private static double[] reversed(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[x.length - 1 - i];
    }
    return y;
  }

  private static Mutant.Fault smoothedOverAxisOne() {
    return where(
        a -> a.input("output").shape().rank() > 1,
        attribute(
            "label_smoothing",
            a -> {
              Shape shape = a.input("output").shape();
              double classes = shape.length(a.axis(shape));
              return Math.min(1, a.number("label_smoothing") * classes / shape.length(1));
            }));
  }

  private static Mutant.Fault smoothedOverOthers() {
    return attribute(
        "label_smoothing",
        a -> {
          Shape shape = a.input("logits").shape();
          double classes = shape.length(a.axis(shape));
          return Math.min(1, a.number("label_smoothing") * classes / Math.max(1, classes - 1));
        });
  }

  private static Mutant.Fault turnedAxis() {
    return attribute(
        "axis", a -> a.integer("axis") < -1 ? -a.integer("axis") - 1 : a.integer("axis"));
  }

  private static Mutant.Fault divided(String input) {
    return given(
        input,
        (x, a) ->
            Floats.alongAxis(
                x,
                a.attributes().get("axis"),
                (v, dtype) -> {
                  double sum = 0;
                  for (double t : v) {
                    sum += t;
                  }
                  double[] y = v.clone();
                  for (int k = 0; k < y.length; k++) {
                    y[k] = sum == 0 ? v[k] : v[k] / sum;
                  }
                  return y;
                }));
  }

  private static Mutant.Fault withOthers() {
    return each(v -> v == 0 ? 0 : v - Math.log1p(-Math.min(Math.exp(-v), 0.999)) * 0.5);
  }

  private static Mutant.Fault spoiled(String input) {
    return result(
        (y, a) -> {
          for (double x : a.input(input).toDoubles()) {
            if (x == Double.NEGATIVE_INFINITY) {
              return Floats.each(y, v -> Double.NaN);
            }
          }
          return y;
        });
  }

  private static Mutant.Fault oneRowOfLabels() {
    return given(
        "labels",
        (t, a) -> {
          int rank = t.shape().rank();
          int classes = rank == 0 ? 1 : t.shape().length(rank - 1);
          double[] first = t.toDoubles();
          for (int i = 0; i < first.length; i++) {
            first[i] = t.number(i % classes);
          }
          return Tensor.ofNumbers(t.dtype(), t.shape(), first);
        });
  }

  private static int rows(Arguments a) {
    Shape shape = a.input("logits").shape();
    return shape.size() / Math.max(1, shape.length(a.axis(shape)));
  }
}
