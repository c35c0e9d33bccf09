package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Wrong negative log-likelihoods, divergences, focal losses and smoothed labels. */
final class LikelihoodMutants {

  private static final String NLL = "negative_log_likelihood";
  private static final String KL = "kl_divergence";
  private static final String FOCAL = "focal_cross_entropy";
  private static final String SMOOTH = "smooth_labels";

  private LikelihoodMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "a product with the one-hot row",
            NLL,
            "cross-entropy.negative-log-likelihood.other-classes",
            "NaN",
            (honest, request) -> {
              Answer right = honest.answer(request);
              Tensor logs = request.arguments().inputs().get("log_probabilities");
              return logs == null ? right : Honest.mapping(right, y -> leaking(y, logs));
            }),
        new Mutant(
            "the sign left as it is",
            NLL,
            "cross-entropy.negative-log-likelihood.definition",
            "exact value",
            (honest, request) ->
                Honest.mapping(honest.answer(request), y -> Floats.each(y, loss -> -loss))),
        new Mutant(
            "a mean by the weights of all classes",
            NLL,
            "cross-entropy.negative-log-likelihood.class-weights",
            "exact value",
            (honest, request) -> {
              Tensor weights = request.arguments().inputs().get("class_weights");
              boolean mean = "mean".equals(request.arguments().attributes().get("reduction"));
              return mean && weights != null
                  ? Honest.mapping(
                      honest.withAttribute(request, "reduction", "sum"),
                      y -> Floats.each(y, v -> v / sum(weights)))
                  : honest.answer(request);
            }),
        new Mutant(
            "a mean of nothing taken to be 1",
            NLL,
            "cross-entropy.negative-log-likelihood.nothing-left",
            "NaN",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y ->
                        "mean".equals(request.arguments().attributes().get("reduction"))
                            ? Floats.each(y, v -> Double.isNaN(v) ? 1 : v)
                            : y)),
        Mutant.unrefusing(NLL, "cross-entropy.negative-log-likelihood.refusals"),
        Mutant.unrefusing(NLL, "cross-entropy.negative-log-likelihood.label-range"),
        Mutant.unrefusing(NLL, "cross-entropy.negative-log-likelihood.label-choices"),
        Mutant.unrefusing(KL, "cross-entropy.kl-divergence.refusals"),
        Mutant.unrefusing(FOCAL, "cross-entropy.focal.refusals"),
        Mutant.unrefusing(SMOOTH, "cross-entropy.smooth-labels.refusals"),
        new Mutant(
            "target and output exchanged",
            KL,
            "cross-entropy.kl-divergence.definition",
            "exact value",
            (honest, request) -> {
              Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
              Tensor target = inputs.remove("target");
              Tensor output = inputs.remove("output");
              if (target == null || output == null) {
                return honest.answer(request);
              }
              Map<String, Tensor> exchanged = Map.of("target", output, "output", target);
              return honest.as(KL, exchanged, request.arguments().attributes());
            }),
        new Mutant(
            "zero times the logarithm of zero",
            KL,
            "cross-entropy.kl-divergence.zero-target",
            "NaN",
            (honest, request) ->
                honest.withInput(
                    request, "target", x -> Floats.each(x, t -> t == 0 ? Double.NaN : t))),
        new Mutant(
            "the quotient first",
            KL,
            "cross-entropy.kl-divergence.quotient",
            "Infinity",
            (honest, request) -> {
              Tensor t = request.arguments().inputs().get("target");
              Tensor o = request.arguments().inputs().get("output");
              return Honest.mapping(
                  honest.answer(request),
                  y -> y.size() == 1 && t.size() == 1 ? ofQuotient(y, t, o) : y);
            }),
        new Mutant(
            "a mean over the classes",
            KL,
            "cross-entropy.kl-divergence.definition",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      double n = request.arguments().input("output").size() / (double) y.size();
                      return Floats.each(y, v -> v / n);
                    })),
        new Mutant(
            "a probability clipped on the way",
            FOCAL,
            "cross-entropy.focal.saturation",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Object alpha = request.arguments().attributes().getOrDefault("alpha", 0.25);
                      double most = -Math.log(1e-7) * ((Number) alpha).doubleValue();
                      return Floats.each(y, loss -> Math.min(loss, most));
                    })),
        new Mutant(
            "the weight left out",
            FOCAL,
            "cross-entropy.focal.definition",
            "exact value",
            (honest, request) ->
                honest.answer(request) instanceof Answer.Output
                    ? honest.withAttribute(request, "gamma", 0.0)
                    : honest.answer(request)),
        new Mutant(
            "alpha fixed",
            FOCAL,
            "cross-entropy.focal.definition",
            "exact value",
            (honest, request) ->
                honest.answer(request) instanceof Answer.Output
                    ? honest.withAttribute(request, "alpha", 0.25)
                    : honest.answer(request)),
        new Mutant(
            "a power of 1 - p below 0",
            FOCAL,
            "cross-entropy.focal.dominant",
            "NaN",
            (honest, request) -> {
              Object gamma = request.arguments().attributes().getOrDefault("gamma", 2L);
              boolean whole = ((Number) gamma).doubleValue() % 1 == 0;
              return Honest.mapping(
                  honest.answer(request),
                  y -> whole ? y : Floats.each(y, v -> v < 1e-6 ? Double.NaN : v));
            }),
        new Mutant(
            "the share of the other classes only",
            SMOOTH,
            "cross-entropy.smooth-labels.definition",
            "exact value",
            (honest, request) -> spread(honest.answer(request), request.arguments(), true)),
        new Mutant(
            "1 - alpha spread in place of alpha",
            SMOOTH,
            "cross-entropy.smooth-labels.definition",
            "exact value",
            (honest, request) -> spread(honest.answer(request), request.arguments(), false)),
        new Mutant(
            "K from the second axis",
            SMOOTH,
            "cross-entropy.smooth-labels.axis",
            "exact value",
            (honest, request) -> {
              Tensor labels = request.arguments().inputs().get("labels");
              boolean deep = labels != null && labels.shape().rank() > 2;
              return deep && request.arguments().attributes().containsKey("axis")
                  ? honest.withAttribute(request, "axis", 1L)
                  : honest.answer(request);
            }));
  }

  private static double sum(Tensor x) {
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      sum += x.number(i);
    }
    return sum;
  }

  /** NaN for every slice that has an infinity or NaN anywhere; of rank 2 along the last axis. */
  private static Tensor leaking(Tensor losses, Tensor logs) {
    if (losses.shape().rank() != 1 || logs.shape().rank() != 2) {
      return losses;
    }
    Slices slices = Slices.of(logs.shape(), 1);
    double[] leaked = losses.toDoubles();
    for (int s = 0; s < Math.min(leaked.length, slices.count()); s++) {
      for (int k = 0; k < slices.length(); k++) {
        leaked[s] += 0 * logs.number(slices.index(s, k));
      }
    }
    return Tensor.ofNumbers(losses.dtype(), losses.shape(), leaked);
  }

  private static Tensor ofQuotient(Tensor y, Tensor t, Tensor o) {
    DType dtype = y.dtype();
    double quotient = dtype.round(t.number(0) / o.number(0));
    return Tensor.ofNumbers(dtype, y.shape(), t.number(0) * Math.log(quotient));
  }

  /** Labels smoothed with α/(K − 1), or with (1 − α)/K, in place of α/K. */
  private static Answer spread(Answer right, Arguments arguments, boolean others) {
    return Honest.mapping(
        right,
        y -> {
          double alpha = ((Number) arguments.attributes().get("alpha")).doubleValue();
          Tensor labels = arguments.input("labels");
          int classes = labels.shape().length(labels.shape().rank() - 1);
          double share = others ? alpha / (classes - 1) : (1 - alpha) / classes;
          return Floats.each(labels, t -> t * (1 - alpha) + share);
        });
  }
}
