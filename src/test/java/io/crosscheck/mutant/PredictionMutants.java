package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.givenIntegers;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Wrong one-hot encodings, largest classes and accuracies. */
final class PredictionMutants {

  private static final String ONE_HOT = "one_hot";
  private static final String ARGMAX = "argmax";
  private static final String SPARSE = "sparse_categorical_accuracy";
  private static final String CATEGORICAL = "categorical_accuracy";
  private static final String BINARY = "binary_accuracy";

  private PredictionMutants() {}

  static List<Mutant> all() {
    return Stream.of(oneHot(), argmax(), accuracies()).flatMap(List::stream).toList();
  }

  private static List<Mutant> oneHot() {
    return List.of(
        hot("B056 on and off exchanged", "one_hot.values", onAndOff()),
        hot("the off value is always 0", "one_hot.values", attribute("off_value", a -> 0.0)),
        hot("the on value is always 1", "one_hot.values", attribute("on_value", a -> 1.0)),
        new Mutant(
            "always float32",
            ONE_HOT,
            "one-hot.one_hot.dtype",
            "dtype",
            attribute("dtype", a -> "float32")),
        new Mutant(
            "one column more",
            ONE_HOT,
            "one-hot.one_hot.depths",
            "shape",
            attribute("depth", a -> a.integer("depth") + 1)),
        new Mutant(
            "the new axis always last",
            ONE_HOT,
            "one-hot.axis.layout",
            "expected a float32 tensor of shape [7, 5]",
            attribute("axis", a -> -1L)),
        new Mutant(
            "the new axis always first",
            ONE_HOT,
            "one-hot.axis.place",
            "expected float32 of shape [2, 3]",
            attribute("axis", a -> 0L)),
        new Mutant(
            "a negative axis counts the axes of the indices",
            ONE_HOT,
            "one-hot.axis.negative",
            "expected float32 of shape [2, 2, 3]",
            attribute(
                "axis", a -> a.integer("axis") < -1 ? a.integer("axis") + 1 : a.integer("axis"))),
        hot("B051 the first class for what is negative", "range.negative", givenOutside(true)),
        hot(
            "B052 an index past the depth is the first class",
            "range.past_depth",
            givenOutside(false)),
        hot(
            "the first index for all",
            "one_hot.position",
            given(
                "indices", (x, a) -> x.size() == 0 ? x : Floats.eachInteger(x, v -> x.integer(0)))),
        new Mutant(
            "a depth of 0 is 1",
            ONE_HOT,
            "one-hot.range.depth",
            "expected float32 of shape [2, 0]",
            (honest, request) ->
                Long.valueOf(0).equals(request.arguments().attributes().get("depth"))
                    ? honest.withAttribute(request, "depth", 1L)
                    : honest.answer(request)));
  }

  private static List<Mutant> argmax() {
    return List.of(
        of(ARGMAX, "the smallest", "argmax.definition", givenEach("values", x -> -x)),
        of(
            ARGMAX,
            "B094 counted from 1",
            "argmax.definition",
            result((y, a) -> Floats.eachInteger(y, v -> v + 1))),
        of(ARGMAX, "the largest in size", "argmax.definition", givenEach("values", Math::abs)),
        of(
            ARGMAX,
            "compared in float16",
            "argmax.definition",
            givenEach("values", DType.FLOAT16::round)),
        of(
            ARGMAX,
            "B093 NaN taken for the smallest and the largest for -Infinity",
            "argmax.special",
            givenEach("values", x -> Double.isInfinite(x) ? -x : x)),
        new Mutant(
            "B095 always along the last axis",
            ARGMAX,
            "predictions.argmax.strides",
            "shape",
            where(
                a ->
                    a.input("values").shape().length(a.axis(a.input("values").shape()))
                        == a.input("values").shape().length(a.input("values").shape().rank() - 1),
                attribute("axis", a -> -1L))),
        new Mutant(
            "axes always kept",
            ARGMAX,
            "predictions.argmax.axis",
            "shape",
            attribute("keep_dims", a -> true)));
  }

  private static List<Mutant> accuracies() {
    return List.of(
        of(
            SPARSE,
            "labels counted from 1",
            "sparse_categorical_accuracy.definition",
            givenIntegers("labels", y -> y > 0 ? y - 1 : y)),
        of(SPARSE, "B042 misses count", "sparse_categorical_accuracy.definition", each(v -> 1 - v)),
        of(
            SPARSE,
            "B142 a label that is no class is a hit",
            "sparse_categorical_accuracy.out_of_range",
            hitsOutside()),
        of(
            SPARSE,
            "all largest outputs count",
            "sparse_categorical_accuracy.ties",
            hitsOfConstants()),
        of(
            SPARSE,
            "an odd width is won by its last class",
            "sparse_categorical_accuracy.strides",
            givenTail()),
        of(SPARSE, "rows read as columns", "sparse_categorical_accuracy.strides", turnedOutput()),
        new Mutant(
            "always along the last axis",
            SPARSE,
            "predictions.sparse_categorical_accuracy.axis",
            "refused with invalid_shape",
            attribute("axis", a -> -1L)),
        of(CATEGORICAL, "misses count", "categorical_accuracy.definition", each(v -> 1 - v)),
        of(
            CATEGORICAL,
            "an odd width is won by its last class",
            "categorical_accuracy.lengths",
            givenTail()),
        of(CATEGORICAL, "rows read as columns", "categorical_accuracy.strides", turnedOutput()),
        of(
            CATEGORICAL,
            "a NaN turns the hit round",
            "categorical_accuracy.special",
            result((y, a) -> hasNan(a.input("output")) ? Floats.each(y, v -> 1 - v) : y)),
        new Mutant(
            "always along the last axis",
            CATEGORICAL,
            "predictions.categorical_accuracy.axis",
            "result 0 (0x00000000), exact value 1",
            attribute("axis", a -> -1L)),
        of(
            BINARY,
            "B043 the categorical accuracy",
            "binary_accuracy.not_categorical",
            each(v -> 1)),
        of(BINARY, "misses count", "binary_accuracy.definition", each(v -> 1 - v)));
  }

  private static Mutant of(String operation, String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "predictions." + requirement, "exact value", fault);
  }

  private static Mutant hot(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, ONE_HOT, "one-hot." + requirement, "exact value", fault);
  }

  private static Mutant.Fault onAndOff() {
    return result(
        (y, a) -> {
          double both = a.number("on_value") + a.number("off_value");
          return y.dtype().isFloat()
              ? Floats.each(y, v -> both - v)
              : Floats.eachInteger(y, v -> (long) both - v);
        });
  }

  private static Mutant.Fault givenOutside(boolean below) {
    return given(
        "indices",
        (x, a) -> Floats.eachInteger(x, v -> (below ? v < 0 : v >= a.integer("depth")) ? 0 : v));
  }

  private static Mutant.Fault hitsOfConstants() {
    return result(
        (y, a) -> {
          double[] output = a.input("output").toDoubles();
          for (double p : output) {
            if (p != output[0]) {
              return y;
            }
          }
          return Floats.each(y, v -> 1);
        });
  }

  private static Mutant.Fault hitsOutside() {
    return result(
        (y, a) -> {
          Tensor labels = a.input("labels");
          Shape shape = a.input("output").shape();
          double[] hits = y.toDoubles();
          for (int i = 0; labels.size() == hits.length && i < hits.length; i++) {
            boolean outside =
                labels.integer(i) < 0 || labels.integer(i) >= shape.length(a.axis(shape));
            hits[i] = outside ? 1 : hits[i];
          }
          return Tensor.ofNumbers(y.dtype(), y.shape(), hits);
        });
  }

  /** Outputs whose last class wins where the width is odd and above 8. */
  private static Mutant.Fault givenTail() {
    return given(
        "output",
        (x, a) ->
            Floats.alongAxis(
                x,
                a.attributes().get("axis"),
                (v, dtype) -> {
                  double[] cut = v.clone();
                  if (cut.length > 8 && cut.length % 2 == 1) {
                    cut[cut.length - 1] = Double.POSITIVE_INFINITY;
                  }
                  return cut;
                }));
  }

  private static boolean hasNan(Tensor x) {
    for (double value : x.toDoubles()) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }

  private static Mutant.Fault turnedOutput() {
    return where(
        a -> a.axis(a.input("output").shape()) < a.input("output").shape().rank() - 1,
        given(
            "output",
            (x, a) -> {
              double[] turned = x.toDoubles();
              for (int i = 0; i < turned.length; i++) {
                turned[i] = x.number(turned.length - 1 - i);
              }
              return Tensor.ofNumbers(x.dtype(), x.shape(), turned);
            }));
  }
}
