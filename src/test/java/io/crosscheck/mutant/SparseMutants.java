package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.givenIntegers;
import static io.crosscheck.mutant.Faults.perRow;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;
import static io.crosscheck.mutant.Faults.without;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/** Wrong cross-entropies of sparse labels. */
final class SparseMutants {

  private static final String SPARSE = "sparse_softmax_cross_entropy_with_logits";

  private SparseMutants() {}

  static List<Mutant> all() {
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
            "the mean divided by the length of the first axis",
            SPARSE,
            "sparse.reduction",
            perRow("logits", a -> a.input("labels").size())),
        of(
            "along the last of three axes",
            SPARSE,
            "sparse.axis",
            where(
                a -> a.input("logits").shape().rank() == 3 && square(a),
                attribute("axis", a -> -1L))),
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

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "cross-entropy." + requirement, "exact value", fault);
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
}
