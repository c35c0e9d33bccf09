package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.givenIntegers;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;
import static io.crosscheck.mutant.Faults.without;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Wrong cross-entropies and reductions. */
final class LossMutants {

  private static final String CATEGORICAL = "categorical_cross_entropy";
  private static final String DENSE = "softmax_cross_entropy_with_logits";
  private static final String SPARSE = "sparse_softmax_cross_entropy_with_logits";
  private static final String BINARY = "binary_cross_entropy";
  private static final String SIGMOID = "sigmoid_cross_entropy_with_logits";
  private static final String REDUCE = "reduce_loss";
  private static final String SEQUENCE = "sequence_loss";

  private LossMutants() {}

  static List<Mutant> all() {
    return Stream.of(categorical(), dense(), sparse(), binary(), sigmoid(), reduced(), sequence())
        .flatMap(List::stream)
        .toList();
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
        of("never below 1e-4", DENSE, "double-softmax.below", each(v -> Math.max(v, 1e-4))));
  }

  private static List<Mutant> sparse() {
    return List.of(
        of(
            "B008 labels counted from 1",
            SPARSE,
            "sparse.definition",
            givenIntegers("labels", y -> y > 0 ? y - 1 : y)),
        of("class weights left out", SPARSE, "class-weights.definition", without("class_weights")),
        of(
            "B064 the weight of the first class for all",
            SPARSE,
            "class-weights.definition",
            given("class_weights", (w, a) -> Floats.each(w, v -> w.number(0)))),
        of(
            "B029 the weights squared",
            SPARSE,
            "class-weights.together",
            givenEach("class_weights", w -> w * w)),
        of(
            "label smoothing left out",
            SPARSE,
            "smoothing.definition",
            attribute("label_smoothing", a -> 0.0)),
        of(
            "B026 ignored labels have the loss of class 0",
            SPARSE,
            "ignored.zero",
            where(
                a -> a.has("ignore_index"),
                result((y, a) -> Floats.each(y, v -> v == 0 ? 0.5 : v)))),
        of(
            "B139 a mean over all rows",
            SPARSE,
            "ignored.mean",
            where(
                a -> a.has("ignore_index") && a.text("reduction").equals("mean"),
                result((y, a) -> Floats.each(y, v -> v / 2)))),
        of(
            "a sum in place of the mean",
            SPARSE,
            "sparse.reduction",
            where(a -> a.text("reduction").equals("mean"), attribute("reduction", a -> "sum"))),
        of(
            "B040 labels of more than three axes turned round",
            SPARSE,
            "sparse.many-axes",
            turnedLabels(3)),
        of(
            "B027 always along the last axis",
            SPARSE,
            "sparse.axis",
            where(a -> square(a), attribute("axis", a -> -1L))),
        of(
            "the logarithm of a probability of at least 1e-12",
            SPARSE,
            "sparse.definition",
            each(v -> Math.min(v, -Math.log(1e-12)))),
        of(
            "float32 logits taken in bfloat16",
            SPARSE,
            "sparse.spread",
            where(
                a -> a.input("logits").dtype() == DType.FLOAT32,
                givenEach("logits", DType.BFLOAT16::round))),
        new Mutant(
            "B051 a negative label is class 0",
            SPARSE,
            "cross-entropy.labels.refused",
            "expected a refusal",
            (honest, request) ->
                honest.withInput(
                    request,
                    "labels",
                    y -> y.dtype().isFloat() ? y : Floats.eachInteger(y, v -> v < 0 ? 0 : v))),
        new Mutant(
            "B003 labels past 1 are 1",
            SPARSE,
            "cross-entropy.labels.refused",
            "expected a refusal",
            (honest, request) ->
                honest.withInput(
                    request,
                    "labels",
                    y -> y.dtype().isFloat() ? y : Floats.eachInteger(y, v -> Math.min(v, 1)))));
  }

  private static List<Mutant> binary() {
    return List.of(
        of("B057 the logarithm forgotten", BINARY, "binary.definition", each(v -> Math.exp(-v))),
        of("the sign turned", BINARY, "binary.definition", each(v -> -v)),
        of("the negative class left out", BINARY, "binary.definition", withoutNegatives()),
        of(
            "B018 1e-3 added to the probability",
            BINARY,
            "binary.definition",
            each(v -> -Math.log(Math.exp(-v) + 1e-3))),
        of(
            "B020 a probability below 3e-7 is 0",
            BINARY,
            "binary.clip",
            each(v -> v > 15 ? Double.POSITIVE_INFINITY : v)),
        of("B127 a loss beyond 15 is 100", BINARY, "binary.clip", each(v -> v > 15 ? 100 : v)),
        of("B090 a guard of 1e-3", BINARY, "binary.clip", attribute("epsilon", a -> 1e-3)),
        of(
            "logits taken for probabilities",
            BINARY,
            "binary.sigmoid",
            attribute("from_logits", a -> false)),
        of(
            "label smoothing left out",
            BINARY,
            "smoothing.binary",
            attribute("label_smoothing", a -> 0.0)),
        of(
            "half the smoothing",
            BINARY,
            "smoothing.binary",
            attribute("label_smoothing", a -> a.number("label_smoothing") / 2)),
        of("target and output exchanged", BINARY, "binary.definition", exchanged()),
        of("the categorical loss", BINARY, "binary-on-softmax.differs", withoutNegatives()),
        of("float32 rounded to bfloat16", BINARY, "binary.spread", each(DType.BFLOAT16::round)),
        of(
            "one term left out of a sum",
            BINARY,
            "binary.sums",
            where(
                a -> !a.text("reduction").equals("none"),
                result((y, a) -> Floats.each(y, v -> v * (1 - 1.0 / a.input("output").size()))))));
  }

  private static List<Mutant> sigmoid() {
    return List.of(
        of("pos_weight left out", SIGMOID, "pos-weight.definition", without("pos_weight")),
        of(
            "B129 the weight of the first class for all",
            SIGMOID,
            "pos-weight.definition",
            given("pos_weight", (w, a) -> w.size() == 0 ? w : Floats.each(w, v -> w.number(0)))),
        of(
            "the weight of the negatives",
            SIGMOID,
            "pos-weight.definition",
            where(
                a -> a.optionalInput("pos_weight").isPresent(),
                given("labels", (z, a) -> Floats.each(z, v -> 1 - v)))),
        of(
            "B128 the sign of the logit turned",
            SIGMOID,
            "sigmoid.definition",
            givenEach("logits", x -> -x)),
        of(
            "the logarithm of a clipped sigmoid",
            SIGMOID,
            "sigmoid.large",
            each(v -> Math.min(v, -Math.log(1e-7)))),
        of(
            "naive: infinite past 88",
            SIGMOID,
            "sigmoid.large",
            each(v -> v > 88.8 ? Double.POSITIVE_INFINITY : v)),
        of("labels taken for 0", SIGMOID, "sigmoid.definition", givenEach("labels", z -> 0)),
        of("labels rounded", SIGMOID, "sigmoid.definition", givenEach("labels", Math::rint)),
        of(
            "one term left out of a sum",
            SIGMOID,
            "sigmoid.sums",
            where(
                a -> !a.text("reduction").equals("none"),
                result((y, a) -> Floats.each(y, v -> v * (1 - 1.0 / a.input("logits").size()))))),
        of("float32 rounded to bfloat16", SIGMOID, "sigmoid.spread", each(DType.BFLOAT16::round)),
        of(
            "infinite logits are NaN",
            SIGMOID,
            "sigmoid.special",
            result(
                (y, a) ->
                    a.text("reduction").equals("none")
                        ? Floats.zip(a.input("logits"), y, (x, v) -> Double.isInfinite(x) ? 0.5 : v)
                        : y)));
  }

  private static List<Mutant> reduced() {
    return List.of(
        of(
            "a mean in place of the sum",
            REDUCE,
            "reduce.definition",
            where(a -> a.text("reduction").equals("sum"), attribute("reduction", a -> "mean"))),
        of("weights left out", REDUCE, "reduce.definition", without("weights")),
        of(
            "B046 divided by all, weighted or not",
            REDUCE,
            "reduce.definition",
            where(
                a -> a.text("reduction").equals("weighted_mean"),
                attribute("reduction", a -> "mean"))),
        of(
            "divided by the sum of the weights",
            REDUCE,
            "reduce.definition",
            where(
                a -> a.text("reduction").equals("mean"),
                attribute("reduction", a -> "weighted_mean"))),
        of(
            "weights above 0 are 1",
            REDUCE,
            "reduce.definition",
            givenEach("weights", w -> w > 0 ? 1 : w)),
        of(
            "B059 nothing left is 1",
            REDUCE,
            "reduce.nothing-left",
            each(v -> Double.isNaN(v) || v == 0 ? 1 : v)),
        of("float32 rounded to bfloat16", REDUCE, "reduce.spread", each(DType.BFLOAT16::round)),
        new Mutant(
            "a sum where none is asked",
            REDUCE,
            "cross-entropy.reduce.shapes",
            "shape",
            where(a -> a.text("reduction").equals("none"), attribute("reduction", a -> "sum"))));
  }

  private static List<Mutant> sequence() {
    return List.of(
        new Mutant(
            "B135 padding counts",
            SEQUENCE,
            "cross-entropy.sequence.padding",
            "expected a difference",
            givenEach("weights", w -> 1)),
        of(
            "B138 the mean over sequences of their sums",
            SEQUENCE,
            "sequence.weights",
            result(
                (y, a) ->
                    y.shape().rank() == 0
                        ? Floats.each(y, v -> v * weights(a) / a.input("weights").shape().length(0))
                        : y)),
        of("weights squared", SEQUENCE, "sequence.weights", givenEach("weights", w -> w * w)),
        of(
            "targets one step late",
            SEQUENCE,
            "sequence.steps",
            given(
                "targets",
                (t, a) -> Tensor.ofIntegers(t.dtype(), t.shape(), rotated(t.toLongs())))),
        new Mutant(
            "B136 never averaged across steps",
            SEQUENCE,
            "cross-entropy.sequence.flags",
            "expected float64 of shape []",
            attribute("average_across_timesteps", a -> false)),
        new Mutant(
            "B134 never averaged across the batch",
            SEQUENCE,
            "cross-entropy.sequence.flags",
            "expected float64 of shape []",
            attribute("average_across_batch", a -> false)),
        of(
            "B137 the mean before the weights",
            SEQUENCE,
            "sequence.weights",
            result(
                (y, a) ->
                    y.shape().rank() == 0
                        ? Floats.each(y, v -> v * weights(a) / a.input("weights").size())
                        : y)));
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

  private static long[] rotated(long[] x) {
    long[] y = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[(i + 1) % x.length];
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

  private static Mutant.Fault turnedLabels(int axes) {
    return where(
        a -> a.input("labels").shape().rank() > axes,
        given(
            "labels",
            (y, a) -> {
              long[] turned = y.toLongs();
              for (int i = 0; i < turned.length; i++) {
                turned[i] = y.integer(turned.length - 1 - i);
              }
              return Tensor.ofIntegers(y.dtype(), y.shape(), turned);
            }));
  }

  /** Whether the last axis can stand for the one asked. */
  private static boolean square(Arguments a) {
    Shape shape = a.input("logits").shape();
    int last = shape.rank() - 1;
    return shape.length(a.axis(shape)) == shape.length(last);
  }

  private static int rows(Arguments a) {
    Shape shape = a.input("logits").shape();
    return shape.size() / Math.max(1, shape.length(a.axis(shape)));
  }

  private static double weights(Arguments a) {
    double sum = 0;
    for (double w : a.input("weights").toDoubles()) {
      sum += w;
    }
    return sum;
  }

  /** The loss of the positive class alone. */
  private static Mutant.Fault withoutNegatives() {
    return where(
        a -> a.text("reduction").equals("none"),
        result((y, a) -> Floats.zip(a.input("target"), y, (t, v) -> t == 0 ? 0 : v)));
  }

  private static Mutant.Fault exchanged() {
    return (honest, request) -> {
      Tensor target = request.arguments().inputs().get("target");
      Tensor output = request.arguments().inputs().get("output");
      if (target == null || output == null) {
        return honest.answer(request);
      }
      return honest.answer(
          Honest.replacing(Honest.replacing(request, "target", output), "output", target));
    };
  }
}
