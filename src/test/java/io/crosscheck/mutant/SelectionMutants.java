package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Wrong causal masks, step selections and accuracies. */
final class SelectionMutants {

  private static final String CAUSAL = "causal_mask";
  private static final String SELECT = "select_steps";
  private static final String CATEGORICAL = "categorical_accuracy";
  private static final String BINARY = "binary_accuracy";

  private SelectionMutants() {}

  static List<Mutant> all() {
    return List.of(
        Mutant.unrefusing(CAUSAL, "masking.causal_mask.refusals"),
        Mutant.unrefusing(SELECT, "masking.select_steps.refusals"),
        Mutant.unrefusing(SELECT, "masking.select_steps.negative"),
        Mutant.unrefusing(CATEGORICAL, "predictions.categorical_accuracy.refusals"),
        Mutant.unrefusing(BINARY, "predictions.binary_accuracy.refusals"),
        new Mutant(
            "an empty mask without its width",
            CAUSAL,
            "masking.causal_mask.empty",
            "shape",
            (honest, request) ->
                Honest.mapping(honest.answer(request), SelectionMutants::flatWhereEmpty)),
        new Mutant(
            "an empty selection without its shape",
            SELECT,
            "masking.select_steps.empty",
            "shape",
            (honest, request) ->
                Honest.mapping(honest.answer(request), SelectionMutants::flatWhereEmpty)),
        new Mutant(
            "NaN taken to be above",
            BINARY,
            "predictions.binary_accuracy.special",
            "exact value",
            (honest, request) ->
                honest.withInput(
                    request,
                    "output",
                    x -> Floats.each(x, p -> Double.isNaN(p) ? Double.POSITIVE_INFINITY : p))),
        new Mutant(
            "rows and columns exchanged",
            CAUSAL,
            "masking.causal_mask.definition",
            "exact value",
            (honest, request) ->
                Honest.mapping(honest.answer(request), SelectionMutants::transposed)),
        new Mutant(
            "the query itself left out",
            CAUSAL,
            "masking.causal_mask.definition",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> y.dtype().isFloat() ? y : withoutDiagonal(y))),
        new Mutant(
            "always aligned at the top left",
            CAUSAL,
            "masking.causal_mask.alignment",
            "exact value",
            (honest, request) ->
                honest.answer(request) instanceof Answer.Output
                    ? honest.withAttribute(request, "alignment", "top_left")
                    : honest.answer(request)),
        new Mutant(
            "counted from one",
            SELECT,
            "masking.select_steps.definition",
            "exact value",
            (honest, request) ->
                honest.withInput(
                    request,
                    "indices",
                    indices -> Floats.eachInteger(indices, i -> i > 0 ? i - 1 : i))),
        new Mutant(
            "the first sequence's index for all",
            SELECT,
            "masking.select_steps.definition",
            "exact value",
            (honest, request) ->
                honest.answer(request) instanceof Answer.Output
                    ? honest.withInput(
                        request, "indices", x -> Floats.eachInteger(x, i -> x.integer(0)))
                    : honest.answer(request)),
        new Mutant(
            "an index clamped to the steps",
            SELECT,
            "masking.select_steps.past_the_end",
            "expected a refusal",
            (honest, request) -> {
              boolean outside =
                  honest.answer(request) instanceof Answer.Refused refused
                      && refused.code() == RefusalCode.LABEL_OUT_OF_RANGE;
              if (!outside || request.arguments().input("values").size() == 0) {
                return honest.answer(request);
              }
              long last = request.arguments().input("values").shape().length(1) - 1L;
              return honest.withInput(
                  request,
                  "indices",
                  x -> Floats.eachInteger(x, i -> Math.max(0, Math.min(i, last))));
            }),
        new Mutant(
            "largest values compared in place of their positions",
            CATEGORICAL,
            "predictions.categorical_accuracy.definition",
            "exact value",
            (honest, request) -> {
              Map<String, Tensor> inputs = request.arguments().inputs();
              return Honest.mapping(
                  honest.answer(request),
                  y ->
                      Tensor.ofNumbers(
                          y.dtype(),
                          y.shape(),
                          valuesEqual(y, inputs.get("target"), inputs.get("output"))));
            }),
        new Mutant(
            "all largest outputs count",
            CATEGORICAL,
            "predictions.categorical_accuracy.ties",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Tensor output = request.arguments().input("output");
                      return isConstant(output) ? Floats.each(y, v -> 1) : y;
                    })),
        new Mutant(
            "the mean in place of each",
            CATEGORICAL,
            "predictions.categorical_accuracy.definition",
            "shape",
            (honest, request) -> Honest.mapping(honest.answer(request), Floats::mean)),
        new Mutant(
            "at the threshold is above",
            BINARY,
            "predictions.binary_accuracy.definition",
            "exact value",
            (honest, request) ->
                honest.withInput(request, "output", x -> Floats.each(x, Math::nextUp))),
        new Mutant(
            "the threshold always one half",
            BINARY,
            "predictions.binary_accuracy.threshold",
            "exact value",
            (honest, request) ->
                honest.answer(request) instanceof Answer.Output
                    ? honest.withAttribute(request, "threshold", 0.5)
                    : honest.answer(request)),
        new Mutant(
            "targets rounded",
            BINARY,
            "predictions.binary_accuracy.targets",
            "exact value",
            (honest, request) ->
                honest.withInput(request, "target", x -> Floats.each(x, Math::rint))));
  }

  private static Tensor flatWhereEmpty(Tensor tensor) {
    boolean flat = tensor.size() == 0 && tensor.shape().rank() > 1;
    if (!flat) {
      return tensor;
    }
    return tensor.dtype().isFloat()
        ? Tensor.ofNumbers(tensor.dtype(), Shape.of(0))
        : Tensor.ofIntegers(tensor.dtype(), Shape.of(0));
  }

  /** A square mask with rows and columns exchanged; another as it is. */
  private static Tensor transposed(Tensor mask) {
    int n = mask.shape().length(0);
    if (n != mask.shape().length(1) || mask.dtype().isFloat()) {
      return mask;
    }
    long[] exchanged = new long[n * n];
    for (int i = 0; i < exchanged.length; i++) {
      exchanged[i] = mask.integer(i % n * n + i / n);
    }
    return Tensor.ofIntegers(mask.dtype(), mask.shape(), exchanged);
  }

  private static Tensor withoutDiagonal(Tensor mask) {
    int keys = mask.shape().length(1);
    long[] strict = mask.toLongs();
    for (int i = 0; i < strict.length; i++) {
      strict[i] = i % keys == i / keys ? 0 : strict[i];
    }
    return Tensor.ofIntegers(mask.dtype(), mask.shape(), strict);
  }

  /** 1 where the largest target equals the largest output, along the last axis of two. */
  private static double[] valuesEqual(Tensor right, Tensor target, Tensor output) {
    double[] hits = right.toDoubles();
    int classes = output.size() / Math.max(1, hits.length);
    boolean rows = output.shape().rank() == 2 && output.shape().length(1) == classes;
    for (int s = 0; rows && s < hits.length; s++) {
      double most = Double.NEGATIVE_INFINITY;
      double wanted = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < classes; k++) {
        most = Math.max(most, output.number(s * classes + k));
        wanted = Math.max(wanted, target.number(s * classes + k));
      }
      hits[s] = most == wanted ? 1 : 0;
    }
    return hits;
  }

  private static boolean isConstant(Tensor x) {
    for (int i = 1; i < x.size(); i++) {
      if (x.number(i) != x.number(0)) {
        return false;
      }
    }
    return true;
  }
}
