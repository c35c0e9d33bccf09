package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wrong gradients of losses. */
final class LossGradientMutants {

  private static final String DENSE = "softmax_cross_entropy_gradient";
  private static final String SPARSE = "sparse_softmax_cross_entropy_gradient";
  private static final String SIGMOID = "sigmoid_cross_entropy_gradient";
  private static final String CATEGORICAL = "categorical_cross_entropy_gradient";

  private LossGradientMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "label less prediction",
            DENSE,
            "gradients.cross-entropy.definition",
            "err/bound",
            GradientMutants::negated),
        new Mutant(
            "one less a float32 probability",
            DENSE,
            "gradients.cross-entropy.certain",
            "err/bound",
            (honest, request) ->
                GradientMutants.combined(
                    honest, request, "labels", (t, s) -> (float) s * (1 + 1e-3f) - t)),
        new Mutant(
            "divided by the batch",
            DENSE,
            "gradients.cross-entropy.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      int rows = y.shape().rank() > 1 ? Math.max(1, y.shape().length(0)) : 1;
                      return Floats.each(y, v -> v / rows);
                    })),
        GradientMutants.wrongAxis(DENSE, "gradients.cross-entropy.axis"),
        Mutant.unrefusing(DENSE, "gradients.cross-entropy.refusals"),
        new Mutant(
            "NaN logits taken for 0",
            DENSE,
            "gradients.cross-entropy.range",
            "NaN",
            (honest, request) -> honest.withInput(request, "logits", GradientMutants::numbers)),
        new Mutant(
            "a little of everything added",
            DENSE,
            "gradients.cross-entropy.sum",
            "expected 0",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v + 0.01))),
        new Mutant(
            "scaled by the square of the labels' sum",
            DENSE,
            "gradients.cross-entropy.labels-not-summing-to-one",
            "err/bound",
            (honest, request) -> {
              double sum = GradientMutants.sum(request.arguments().inputs().get("labels"));
              return Honest.mapping(
                  honest.answer(request),
                  y -> Floats.each(y, v -> v * sum + (sum == 0 ? 0.25 : 0)));
            }),
        new Mutant(
            "no sign where labels are stretched",
            DENSE,
            "gradients.cross-entropy.broadcast",
            "exact value",
            (honest, request) -> {
              Tensor labels = request.arguments().inputs().get("labels");
              Tensor logits = request.arguments().inputs().get("logits");
              boolean stretched = labels != null && logits != null && labels.size() < logits.size();
              return stretched
                  ? Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> Math.abs(v)))
                  : honest.answer(request);
            }),
        new Mutant(
            "the one at the label forgotten",
            SPARSE,
            "gradients.sparse.definition",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> Floats.each(y, v -> v < 0 ? v + 1 : v))),
        new Mutant(
            "class weights left out",
            SPARSE,
            "gradients.sparse.weights",
            "err/bound",
            (honest, request) -> {
              Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
              inputs.remove("class_weights");
              return honest.as(SPARSE, inputs, request.arguments().attributes());
            }),
        new Mutant(
            "NaN under an ignored label leaks",
            SPARSE,
            "gradients.sparse.ignored",
            "NaN",
            (honest, request) -> {
              Tensor logits = request.arguments().inputs().get("logits");
              boolean ignores = request.arguments().attributes().containsKey("ignore_index");
              return ignores && logits != null
                  ? Honest.mapping(
                      honest.answer(request),
                      y -> Floats.zip(y, logits, (v, x) -> v == 0 && Double.isNaN(x) ? x : v))
                  : honest.answer(request);
            }),
        new Mutant(
            "NaN logits taken for 0",
            SPARSE,
            "gradients.sparse.special",
            "NaN",
            (honest, request) -> honest.withInput(request, "logits", GradientMutants::numbers)),
        new Mutant(
            "a hundredth too large",
            SPARSE,
            "gradients.sparse.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
        Mutant.unrefusing(SPARSE, "gradients.sparse.refusals"),
        new Mutant(
            "labels clamped into the classes",
            SPARSE,
            "gradients.sparse.range",
            "expected a refusal",
            (honest, request) ->
                honest.withInput(
                    request,
                    "labels",
                    labels ->
                        labels.dtype().isInteger() ? Floats.eachInteger(labels, v -> 0) : labels)),
        new Mutant(
            "the label left out",
            SIGMOID,
            "gradients.sigmoid.definition",
            "err/bound",
            (honest, request) -> honest.withInput(request, "labels", z -> Floats.each(z, v -> 0))),
        new Mutant(
            "one added to the prediction and taken off again",
            SIGMOID,
            "gradients.sigmoid.certain",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> Floats.each(y, v -> (float) (v + 1) - 1))),
        new Mutant(
            "the weight on both parts",
            SIGMOID,
            "gradients.sigmoid.weight",
            "err/bound",
            (honest, request) -> {
              Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
              Tensor weight = inputs.remove("pos_weight");
              Answer plain = honest.as(SIGMOID, inputs, request.arguments().attributes());
              return weight == null || weight.size() != 1
                  ? honest.answer(request)
                  : Honest.mapping(plain, y -> Floats.each(y, v -> v * weight.number(0)));
            }),
        new Mutant(
            "infinite logits are NaN",
            SIGMOID,
            "gradients.sigmoid.special",
            "NaN",
            (honest, request) -> {
              Tensor logits = request.arguments().inputs().get("logits");
              return logits == null || !logits.dtype().isFloat()
                  ? honest.answer(request)
                  : Honest.mapping(
                      honest.answer(request),
                      y -> Floats.zip(y, logits, (v, x) -> Double.isInfinite(x) ? Double.NaN : v));
            }),
        new Mutant(
            "a hundredth too large",
            SIGMOID,
            "gradients.sigmoid.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
        Mutant.unrefusing(SIGMOID, "gradients.sigmoid.refusals"),
        new Mutant(
            "the sign turned",
            CATEGORICAL,
            "gradients.categorical.definition",
            "err/bound",
            GradientMutants::negated),
        new Mutant(
            "the division by the sum left out",
            CATEGORICAL,
            "gradients.categorical.sum",
            "err/bound",
            (honest, request) -> {
              double sum = GradientMutants.sum(request.arguments().inputs().get("output"));
              return Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * sum));
            }),
        new Mutant(
            "a slope where there is none",
            CATEGORICAL,
            "gradients.categorical.clip",
            "exact value",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v == 0 ? 0.5 : v))),
        new Mutant(
            "a row that sums to 0 has no gradient",
            CATEGORICAL,
            "gradients.categorical.special",
            "NaN",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> Floats.each(y, v -> Double.isNaN(v) ? 0 : v))),
        new Mutant(
            "a hundredth too large",
            CATEGORICAL,
            "gradients.categorical.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
        new Mutant(
            "a quarter too large",
            CATEGORICAL,
            "gradients.categorical.choices",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.25))),
        Mutant.unrefusing(CATEGORICAL, "gradients.categorical.refusals"));
  }
}
