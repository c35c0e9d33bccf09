package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Wrong gradients of softmaxes. */
final class GradientMutants {

  private static final String SOFTMAX = "softmax_gradient";
  private static final String LOG = "log_softmax_gradient";
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

  static Mutant wrongAxis(String operation, String requirement) {
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

  static Answer negated(Honest honest, Request request) {
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

  static Tensor numbers(Tensor x) {
    return x.dtype().isFloat() ? Floats.each(x, v -> Double.isNaN(v) ? 0 : v) : x;
  }

  private static Tensor all(Tensor mask) {
    return mask.dtype().isFloat() ? mask : Floats.eachInteger(mask, v -> 1);
  }

  static double sum(Tensor tensor) {
    double sum = 0;
    for (int i = 0; tensor != null && i < tensor.size(); i++) {
      sum += tensor.number(i);
    }
    return sum;
  }

  /** The input and the softmax combined, where the request has a result. */
  static Answer combined(
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
