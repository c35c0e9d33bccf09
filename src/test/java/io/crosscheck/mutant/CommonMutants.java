package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;

/** The mistakes that are made most, one operation or another. */
final class CommonMutants {

  private static final String SPARSE = "sparse_softmax_cross_entropy_with_logits";
  private static final String DENSE = "softmax_cross_entropy_with_logits";

  private CommonMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "no max shift",
            "softmax",
            "softmax.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y ->
                        Floats.alongAxis(
                            request.arguments().input("logits"),
                            request.arguments().attributes().get("axis"),
                            (x, dtype) -> Floats.softmax(x, dtype, shift -> shift)))),
        new Mutant(
            "no max shift",
            "log_sum_exp",
            "softmax.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Answer sums =
                          honest.withInput(
                              request,
                              "logits",
                              x -> Floats.each(x, v -> v > 88.7 ? Double.POSITIVE_INFINITY : v));
                      return ((Answer.Output) sums).tensor();
                    })),
        new Mutant(
            "wrong axis",
            "softmax",
            "softmax.",
            "err/bound",
            (honest, request) -> honest.withAttribute(request, "axis", -1L)),
        new Mutant(
            "softmax twice",
            "softmax",
            "softmax.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> ((Answer.Output) honest.withInput(request, "logits", x -> y)).tensor())),
        new Mutant(
            "softmax applied to the logits first",
            DENSE,
            "cross-entropy.",
            "err/bound",
            (honest, request) ->
                honest.withInput(
                    request,
                    "logits",
                    x ->
                        Floats.alongAxis(
                            x,
                            request.arguments().attributes().get("axis"),
                            (v, dtype) -> Floats.softmax(v, DType.FLOAT64, Floats::minusMax)))),
        new Mutant(
            "clip inside the fused loss",
            SPARSE,
            "cross-entropy.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> Floats.each(y, loss -> Math.min(loss, -Math.log(1e-7))))),
        new Mutant(
            "clip inside the fused loss",
            DENSE,
            "cross-entropy.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> Floats.each(y, loss -> Math.min(loss, -Math.log(1e-7))))),
        new Mutant(
            "log of softmax",
            "log_softmax",
            "softmax.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y ->
                        Floats.alongAxis(
                            request.arguments().input("logits"),
                            request.arguments().attributes().get("axis"),
                            (x, dtype) -> {
                              double[] p = Floats.softmax(x, dtype, Floats::minusMax);
                              for (int k = 0; k < p.length; k++) {
                                p[k] = Math.log(dtype.round(p[k]));
                              }
                              return p;
                            }))),
        new Mutant(
            "off by one",
            "one_hot",
            "one-hot.",
            "exact value",
            (honest, request) ->
                honest.withInput(request, "indices", x -> Floats.eachInteger(x, i -> i + 1))),
        new Mutant(
            "a mean where none was asked",
            SPARSE,
            "cross-entropy.",
            "shape",
            (honest, request) ->
                request.arguments().attributes().containsKey("reduction")
                    ? honest.answer(request)
                    : honest.withAttribute(request, "reduction", "mean")),
        new Mutant(
            "a mean where none was asked",
            "categorical_cross_entropy",
            "cross-entropy.",
            "shape",
            (honest, request) ->
                request.arguments().attributes().containsKey("reduction")
                    ? honest.answer(request)
                    : honest.withAttribute(request, "reduction", "mean")),
        new Mutant(
            "NaN swallowed",
            "softmax",
            "softmax.",
            "NaN",
            (honest, request) ->
                honest.withInput(
                    request, "logits", x -> Floats.each(x, v -> Double.isNaN(v) ? 0 : v))),
        new Mutant(
            "NaN swallowed",
            SPARSE,
            "cross-entropy.",
            "NaN",
            (honest, request) ->
                honest.withInput(
                    request, "logits", x -> Floats.each(x, v -> Double.isNaN(v) ? 0 : v))),
        new Mutant(
            "float16 accumulation",
            "softmax",
            "softmax.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y ->
                        y.dtype() != DType.FLOAT16
                            ? y
                            : Floats.alongAxis(
                                request.arguments().input("logits"),
                                request.arguments().attributes().get("axis"),
                                (x, dtype) -> Floats.softmax(x, dtype, Floats::minusMax)))),
        new Mutant(
            "ignored labels counted in the mean",
            SPARSE,
            "cross-entropy.",
            "err/bound",
            (honest, request) -> {
              Object ignored = request.arguments().attributes().get("ignore_index");
              Answer right = honest.answer(request);
              boolean mean = "mean".equals(request.arguments().attributes().get("reduction"));
              if (!mean || !(ignored instanceof Long index)) {
                return right;
              }
              Tensor labels = request.arguments().input("labels");
              int kept = 0;
              for (int i = 0; i < labels.size(); i++) {
                kept += labels.integer(i) == index ? 0 : 1;
              }
              double share = (kept + 0.5) / labels.size();
              return Honest.mapping(right, y -> Floats.each(y, v -> v * share));
            }),
        new Mutant(
            "the last of equals",
            "argmax",
            "predictions.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Tensor values = request.arguments().input("values");
                      return values.shape().rank() == 1 ? last(values, y) : y;
                    })),
        new Mutant(
            "sum in place of mean",
            "reduce_loss",
            "cross-entropy.",
            "err/bound",
            (honest, request) ->
                "none".equals(request.arguments().attributes().get("reduction"))
                    ? honest.answer(request)
                    : honest.withAttribute(request, "reduction", "sum")),
        new Mutant(
            "a range error in place of a refusal",
            "softmax",
            "softmax.",
            "expected a refusal",
            (honest, request) -> {
              Answer answer = honest.answer(request);
              boolean refused = answer instanceof Answer.Refused;
              Tensor logits = request.arguments().inputs().get("logits");
              return refused && logits != null ? new Answer.Output(logits) : answer;
            }),
        new Mutant(
            "naive exponential",
            "sigmoid",
            "softmax.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Tensor x = request.arguments().input("logits");
                      DType dtype = x.dtype();
                      return Floats.each(
                          x,
                          v -> {
                            double e = dtype.round(Math.exp(v));
                            return e / (1 + e);
                          });
                    })),
        new Mutant(
            "weights left out of the denominator",
            "sequence_loss",
            "cross-entropy.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Tensor weights = request.arguments().input("weights");
                      double sum = 0;
                      for (int i = 0; i < weights.size(); i++) {
                        sum += weights.number(i);
                      }
                      double share = sum / weights.size();
                      return y.shape().equals(Shape.of()) ? Floats.each(y, v -> v * share) : y;
                    })));
  }

  private static Tensor last(Tensor values, Tensor first) {
    double leader = values.number((int) first.integer(0));
    long last = first.integer(0);
    for (int i = 0; i < values.size(); i++) {
      last = values.number(i) == leader ? i : last;
    }
    return Tensor.ofIntegers(first.dtype(), first.shape(), last);
  }
}
