package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.perRow;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;
import static io.crosscheck.mutant.Faults.without;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Wrong binary and sigmoid cross-entropies. */
final class BinaryMutants {

  private static final String BINARY = "binary_cross_entropy";
  private static final String SIGMOID = "sigmoid_cross_entropy_with_logits";

  private BinaryMutants() {}

  static List<Mutant> all() {
    return Stream.of(binary(), sigmoid()).flatMap(List::stream).toList();
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
        of(
            "the mean divided by the length of the first axis",
            BINARY,
            "binary.sums",
            perRow("output", a -> a.input("output").size())),
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
        of(
            "the mean divided by the length of the first axis",
            SIGMOID,
            "sigmoid.sums",
            perRow("logits", a -> a.input("logits").size())),
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

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "cross-entropy." + requirement, "exact value", fault);
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
