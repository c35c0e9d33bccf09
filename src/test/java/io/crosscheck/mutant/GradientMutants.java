package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Wrong derivatives. */
final class GradientMutants {

  private static final String SOFTMAX = "softmax_gradient";
  private static final String LOG = "log_softmax_gradient";
  private static final String DENSE = "softmax_cross_entropy_gradient";
  private static final String SPARSE = "sparse_softmax_cross_entropy_gradient";
  private static final String SIGMOID = "sigmoid_cross_entropy_gradient";
  private static final String CATEGORICAL = "categorical_cross_entropy_gradient";
  private static final String MASKED = "masked_softmax_gradient";

  private GradientMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "the mean of the gradient forgotten",
            SOFTMAX,
            "gradients.softmax.constant",
            "err/bound",
            (honest, request) -> combined(honest, request, "output_gradient", (g, s) -> g * s)),
        new Mutant(
            "the derivative of the diagonal alone",
            SOFTMAX,
            "gradients.softmax.definition",
            "err/bound",
            (honest, request) ->
                combined(honest, request, "output_gradient", (g, s) -> g * s * (1 - s))),
        wrongAxis(SOFTMAX, "gradients.softmax.axis"),
        Mutant.unrefusing(SOFTMAX, "gradients.softmax.refusals"),
        new Mutant(
            "a ruled-out class spoils the slice",
            SOFTMAX,
            "gradients.softmax.range",
            "NaN",
            GradientMutants::ruledOut),
        new Mutant(
            "NaN logits taken for 0",
            SOFTMAX,
            "gradients.softmax.special",
            "NaN",
            (honest, request) -> honest.withInput(request, "logits", GradientMutants::numbers)),
        new Mutant(
            "the sign turned",
            SOFTMAX,
            "gradients.softmax.definition",
            "err/bound",
            GradientMutants::negated),
        new Mutant(
            "a little of everything added",
            SOFTMAX,
            "gradients.softmax.sum",
            "expected 0",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v + 0.01))),
        new Mutant(
            "a hundredth too large",
            SOFTMAX,
            "gradients.softmax.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
        new Mutant(
            "one half where all is ruled out",
            SOFTMAX,
            "gradients.softmax.all_negative_infinity",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> Floats.each(y, v -> Double.isNaN(v) ? 0.5 : v))),
        new Mutant(
            "the sum of the gradient forgotten",
            LOG,
            "gradients.log_softmax.definition",
            "err/bound",
            (honest, request) -> combined(honest, request, "output_gradient", (g, s) -> g - s)),
        wrongAxis(LOG, "gradients.log_softmax.axis"),
        Mutant.unrefusing(LOG, "gradients.log_softmax.refusals"),
        new Mutant(
            "a ruled-out class spoils the slice",
            LOG,
            "gradients.log_softmax.range",
            "NaN",
            GradientMutants::ruledOut),
        new Mutant(
            "NaN logits taken for 0",
            LOG,
            "gradients.log_softmax.special",
            "NaN",
            (honest, request) -> honest.withInput(request, "logits", GradientMutants::numbers)),
        new Mutant(
            "a little of everything added",
            LOG,
            "gradients.log_softmax.sum",
            "expected 0",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v + 0.01))),
        new Mutant(
            "a hundredth too large",
            LOG,
            "gradients.log_softmax.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
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
                combined(honest, request, "labels", (t, s) -> (float) s * (1 + 1e-3f) - t)),
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
        wrongAxis(DENSE, "gradients.cross-entropy.axis"),
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
              double sum = sum(request.arguments().inputs().get("labels"));
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
              double sum = sum(request.arguments().inputs().get("output"));
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
        Mutant.unrefusing(CATEGORICAL, "gradients.categorical.refusals"),
        new Mutant(
            "the mask not applied",
            MASKED,
            "gradients.masked.definition",
            "exact value",
            (honest, request) -> honest.withInput(request, "mask", GradientMutants::all)),
        new Mutant(
            "the masked gradient in the mean",
            MASKED,
            "gradients.masked.hidden",
            "exact value",
            (honest, request) -> {
              Tensor gradient = request.arguments().inputs().get("output_gradient");
              boolean strange =
                  gradient != null && gradient.dtype().isFloat() && !Double.isFinite(sum(gradient));
              return strange
                  ? Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> Double.NaN))
                  : honest.answer(request);
            }),
        new Mutant(
            "a hundredth too large",
            MASKED,
            "gradients.masked.accuracy",
            "err/bound",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> v * 1.01))),
        new Mutant(
            "NaN in half of the slice",
            MASKED,
            "gradients.masked.leaks",
            "NaN",
            (honest, request) -> {
              Tensor logits = request.arguments().inputs().get("logits");
              return logits == null || !logits.dtype().isFloat()
                  ? honest.answer(request)
                  : Honest.mapping(
                      honest.answer(request),
                      y -> Floats.zip(y, logits, (v, x) -> Double.isFinite(x) ? v : Double.NaN));
            }),
        new Mutant(
            "ones where nothing is kept",
            MASKED,
            "gradients.masked.nothing_kept",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request), y -> Floats.each(y, v -> Double.isNaN(v) ? 1 : v))),
        Mutant.unrefusing(MASKED, "gradients.masked.refusals"));
  }

  private static Mutant wrongAxis(String operation, String requirement) {
    return new Mutant(
        "the last axis whatever was asked",
        operation,
        requirement,
        "err/bound",
        (honest, request) -> {
          Tensor logits = request.arguments().inputs().get("logits");
          boolean has = logits != null && logits.shape().rank() > 0;
          return has ? honest.withAttribute(request, "axis", -1L) : honest.answer(request);
        });
  }

  private static Answer negated(Honest honest, Request request) {
    return Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> -v));
  }

  /** The right answer, but NaN for the whole result where a logit is −Infinity. */
  private static Answer ruledOut(Honest honest, Request request) {
    Tensor logits = request.arguments().inputs().get("logits");
    boolean some =
        logits != null && logits.dtype().isFloat() && contains(logits, Double.NEGATIVE_INFINITY);
    return some
        ? Honest.mapping(honest.answer(request), y -> Floats.each(y, v -> Double.NaN))
        : honest.answer(request);
  }

  private static boolean contains(Tensor tensor, double value) {
    for (int i = 0; i < tensor.size(); i++) {
      if (tensor.number(i) == value) {
        return true;
      }
    }
    return false;
  }

  private static Tensor numbers(Tensor x) {
    return x.dtype().isFloat() ? Floats.each(x, v -> Double.isNaN(v) ? 0 : v) : x;
  }

  private static Tensor all(Tensor mask) {
    return mask.dtype().isFloat() ? mask : Floats.eachInteger(mask, v -> 1);
  }

  private static double sum(Tensor tensor) {
    double sum = 0;
    for (int i = 0; tensor != null && i < tensor.size(); i++) {
      sum += tensor.number(i);
    }
    return sum;
  }

  /** The input and the softmax combined, where the request has a result. */
  private static Answer combined(
      Honest honest, Request request, String input, DoubleBinaryOperator function) {
    Answer right = honest.answer(request);
    Optional<Tensor> given = Optional.ofNullable(request.arguments().inputs().get(input));
    Tensor logits = request.arguments().inputs().get("logits");
    boolean fits = given.isPresent() && logits != null && given.get().size() == logits.size();
    if (!(right instanceof Answer.Output) || !fits) {
      return right;
    }
    Answer softmax =
        honest.as("softmax", Map.of("logits", logits), request.arguments().attributes());
    return Honest.mapping(softmax, s -> Floats.zip(given.get(), s, function));
  }
}
