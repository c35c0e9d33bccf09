package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Wrong masked softmaxes and means, and gradients. */
final class MaskMutants {

  private static final String SOFTMAX = "masked_softmax";
  private static final String MEAN = "masked_mean";

  private MaskMutants() {}

  static List<Mutant> all() {
    return Stream.of(softmax(), mean(), gradients()).flatMap(List::stream).toList();
  }

  private static List<Mutant> softmax() {
    return List.of(
        new Mutant(
            "mask inverted",
            SOFTMAX,
            "masking.",
            "exact value",
            (honest, request) ->
                honest.withInput(request, "mask", m -> Floats.eachInteger(m, i -> 1 - i))),
        new Mutant(
            "mask not applied",
            SOFTMAX,
            "masking.",
            "exact value",
            (honest, request) ->
                honest.withInput(request, "mask", m -> Floats.eachInteger(m, i -> 1))),
        of("B084 masked logits are less by 10", SOFTMAX, "definition", leaking(-10)),
        of("B033 masked logits are -1e4", SOFTMAX, "very_negative", replacing(-1e4)),
        of(
            "B032 one class where nothing is kept",
            SOFTMAX,
            "nothing_kept",
            each(p -> Double.isNaN(p) ? 1 : p)),
        of("B113 a hidden NaN comes through", SOFTMAX, "hidden", hiddenLeaks(Double::isNaN)),
        of(
            "B116 a hidden infinity comes through",
            SOFTMAX,
            "hidden",
            hiddenLeaks(Double::isInfinite)),
        of("B114 hidden classes have 1e-7", SOFTMAX, "definition", each(p -> p == 0 ? 1e-7 : p)),
        of("masked after the softmax, not divided again", SOFTMAX, "definition", maskedAfter()),
        of("always along the last axis", SOFTMAX, "strides", attribute("axis", a -> -1L)),
        of(
            "the first row of the mask for all",
            SOFTMAX,
            "definition",
            given("mask", (m, a) -> firstRow(m))),
        of(
            "a mask that is stretched counts as all kept",
            SOFTMAX,
            "broadcast",
            where(
                a -> a.input("mask").size() < a.input("logits").size(),
                given("mask", (m, a) -> Floats.eachInteger(m, v -> 1)))),
        of("B083 -Infinity is kept with 1e-7", SOFTMAX, "special", each(p -> p < 1e-30 ? 1e-7 : p)),
        of("float32 rounded to bfloat16", SOFTMAX, "spread", each(DType.BFLOAT16::round)));
  }

  private static List<Mutant> mean() {
    return List.of(
        new Mutant(
            "divides by all steps",
            MEAN,
            "masking.",
            "err/bound",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y -> {
                      Tensor mask = request.arguments().input("mask");
                      double kept = 0;
                      for (int i = 0; i < mask.size(); i++) {
                        kept += mask.number(i);
                      }
                      double share = kept / mask.size();
                      return Floats.each(y, v -> v * share);
                    })),
        of(
            "a sum in place of the mean",
            MEAN,
            "definition",
            result(
                (y, a) ->
                    Floats.each(
                        y,
                        v ->
                            v
                                * kept(a)
                                / Math.max(
                                    1, y.size() == 0 ? 1 : a.input("mask").shape().length(0))))),
        of(
            "weights above 0 are 1",
            MEAN,
            "weights",
            given("mask", (m, a) -> m.dtype().isFloat() ? Floats.each(m, w -> w > 0 ? 1 : w) : m)),
        of("B045 nothing kept is 1", MEAN, "nothing_kept", each(v -> Double.isNaN(v) ? 1 : v)),
        of(
            "a hidden NaN comes through everywhere",
            MEAN,
            "hidden",
            result((y, a) -> hasNan(a.input("values")) ? Floats.each(y, v -> 0.5) : y)),
        new Mutant(
            "across the batch",
            MEAN,
            "masking.masked_mean.axis",
            "exact value 4",
            result((y, a) -> y.size() == 0 ? y : Tensor.ofNumbers(y.dtype(), y.shape(), first(y)))),
        of("float32 rounded to bfloat16", MEAN, "spread", each(DType.BFLOAT16::round)),
        of(
            "the mask inverted",
            MEAN,
            "definition",
            given(
                "mask",
                (m, a) ->
                    m.dtype().isFloat()
                        ? Floats.each(m, w -> 1 - w)
                        : Floats.eachInteger(m, w -> 1 - w))));
  }

  private static List<Mutant> gradients() {
    return List.of(
        gradient(
            "masked_softmax_gradient",
            "nothing kept has a slope",
            "masked.nothing_kept",
            each(v -> Double.isNaN(v) ? 1 : v)),
        gradient(
            "masked_softmax_gradient",
            "always along the last axis",
            "masked.strides",
            attribute("axis", a -> -1L)),
        new Mutant(
            "always along the last axis",
            "sparse_softmax_cross_entropy_gradient",
            "gradients.sparse.strides",
            "expected a result",
            where(a -> square(a), attribute("axis", a -> -1L))),
        gradient(
            "sparse_softmax_cross_entropy_gradient",
            "B062 ignored rows have a slope",
            "sparse.ignored",
            where(a -> a.has("ignore_index"), each(v -> v == 0 ? 0.25 : v))),
        gradient(
            "softmax_cross_entropy_gradient",
            "B010 rows without labels have the slope of softmax",
            "cross-entropy.labels-not-summing-to-one",
            result((y, a) -> sum(a.input("labels")) == 0 ? Floats.each(y, v -> 0.3) : y)),
        gradient(
            "sigmoid_cross_entropy_gradient",
            "B127 no slope beyond 16",
            "sigmoid.certain",
            result(
                (y, a) -> Floats.zip(a.input("logits"), y, (x, v) -> Math.abs(x) > 16 ? 0.5 : v))),
        gradient(
            "softmax_gradient",
            "B036 a probability below 1e-12 has no slope",
            "softmax.range",
            each(v -> Math.abs(v) < 1e-12 ? 1e-9 : v)));
  }

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(
        name, operation, "masking." + operation + "." + requirement, "exact value", fault);
  }

  private static Mutant gradient(
      String operation, String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "gradients." + requirement, "exact value", fault);
  }

  private interface Strange {
    boolean test(double value);
  }

  /** NaN wherever a logit that the mask hides is strange. */
  private static Mutant.Fault hiddenLeaks(Strange strange) {
    return result(
        (y, a) -> {
          Tensor logits = a.input("logits");
          return Floats.zip(logits, y, (x, p) -> p == 0 && strange.test(x) ? Double.NaN : p);
        });
  }

  /** The softmax of logits less by that where the mask hides them. */
  private static Mutant.Fault leaking(double penalty) {
    return keptAll((x, hidden) -> hidden ? x + penalty : x);
  }

  private static Mutant.Fault replacing(double value) {
    return keptAll((x, hidden) -> hidden ? value : x);
  }

  private interface Penalty {
    double of(double logit, boolean hidden);
  }

  /** All kept, with the logits changed; for masks of the shape of the logits. */
  private static Mutant.Fault keptAll(Penalty penalty) {
    return (honest, request) -> {
      Tensor mask = request.arguments().inputs().get("mask");
      Tensor logits = request.arguments().inputs().get("logits");
      if (mask == null || logits == null || mask.size() != logits.size()) {
        return honest.answer(request);
      }
      double[] x = logits.toDoubles();
      for (int i = 0; i < x.length; i++) {
        x[i] = penalty.of(x[i], mask.number(i) == 0);
      }
      Tensor changed = Tensor.ofNumbers(logits.dtype(), logits.shape(), x);
      Tensor kept = Floats.eachInteger(mask, v -> 1);
      return honest.answer(
          Honest.replacing(Honest.replacing(request, "mask", kept), "logits", changed));
    };
  }

  private static Mutant.Fault maskedAfter() {
    return (honest, request) -> {
      Tensor mask = request.arguments().inputs().get("mask");
      Tensor logits = request.arguments().inputs().get("logits");
      if (mask == null || logits == null || mask.size() != logits.size()) {
        return honest.answer(request);
      }
      return Honest.mapping(
          honest.answer(Honest.replacing(request, "mask", Floats.eachInteger(mask, v -> 1))),
          y -> Floats.zip(mask, y, (m, p) -> m == 0 ? 0 : p));
    };
  }

  private static Tensor firstRow(Tensor mask) {
    int rank = mask.shape().rank();
    int row = rank == 0 ? 1 : mask.shape().length(rank - 1);
    long[] rows = mask.toLongs();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = mask.integer(i % row);
    }
    return Tensor.ofIntegers(mask.dtype(), mask.shape(), rows);
  }

  private static double kept(Arguments a) {
    return sum(a.input("mask"));
  }

  private static double sum(Tensor x) {
    double sum = 0;
    for (int i = 0; i < x.size(); i++) {
      sum += x.dtype().isFloat() ? x.number(i) : x.integer(i);
    }
    return sum;
  }

  private static boolean hasNan(Tensor x) {
    for (int i = 0; i < x.size(); i++) {
      if (Double.isNaN(x.number(i))) {
        return true;
      }
    }
    return false;
  }

  private static double[] first(Tensor y) {
    double[] all = y.toDoubles();
    Arrays.fill(all, all[0]);
    return all;
  }

  private static boolean square(Arguments a) {
    Shape shape = a.input("logits").shape();
    return shape.length(a.axis(shape)) == shape.length(shape.rank() - 1);
  }
}
