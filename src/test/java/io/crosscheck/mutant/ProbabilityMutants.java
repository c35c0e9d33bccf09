package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.givenIntegers;
import static io.crosscheck.mutant.Faults.perRow;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Wrong cross-entropies of probabilities, all but two of integer labels. */
final class ProbabilityMutants {

  private static final String OPERATION = "sparse_categorical_cross_entropy";
  private static final String CATEGORICAL = "categorical_cross_entropy";
  private static final String REQUIREMENTS = "cross-entropy.sparse-categorical.";

  private ProbabilityMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "an axis before the last of probabilities only",
            CATEGORICAL,
            "cross-entropy.axis.alike",
            "an earlier one of the scenario",
            refusingFarAxesOfLogits()),
        new Mutant(
            "divided by a sum of more than 1 only",
            CATEGORICAL,
            "cross-entropy.renormalisation.divide",
            "exact value",
            where(
                a -> !a.flag("from_logits") && a.text("reduction").equals("none"),
                result((y, a) -> undividedBelowOne(y, a)))),
        of("clipped first, divided then", "divide", losses((o, all) -> dividedBySum(clipped(o)))),
        of("epsilon added to the sum", "divide", losses((o, all) -> dividedBy(o, sum(o) + 1e-7))),
        of(
            "never divided by less than 1",
            "divide",
            losses((o, all) -> dividedBy(o, Math.max(1, sum(o))))),
        of("divided by the sum of all rows", "divide", losses((o, all) -> dividedBy(o, sum(all)))),
        of("negative probabilities are 0", "divide", givenEach("output", p -> Math.max(p, 0))),
        of("labels counted from 1", "definition", givenIntegers("labels", y -> y > 0 ? y - 1 : y)),
        of("the sign turned", "definition", each(v -> -v)),
        of("the logarithm to base 2", "definition", each(v -> v / Math.log(2))),
        of(
            "B024 probabilities taken for logits",
            "definition",
            losses((o, all) -> Floats.softmax(o, DType.FLOAT64, Floats::minusMax))),
        of("a guard of 1e-3", "clip", attribute("epsilon", a -> 1e-3)),
        of("the default guard whatever is asked", "clip", attribute("epsilon", a -> 1e-7)),
        of("a certain class costs nothing", "clip", each(v -> v < 2e-7 ? 0 : v)),
        of(
            "a mask that multiplies",
            "ignored",
            where(a -> a.has("ignore_index"), result((y, a) -> leaking(y, a.input("output"))))),
        of(
            "a mean a tenth short where labels are ignored",
            "ignored",
            where(
                a -> a.has("ignore_index") && a.text("reduction").equals("mean"),
                each(v -> v * 0.9))),
        of("a mean of nothing is 1", "mean", each(v -> Double.isNaN(v) ? 1 : v)),
        of(
            "the sum in place of the mean",
            "mean",
            where(a -> a.text("reduction").equals("mean"), attribute("reduction", a -> "sum"))),
        of(
            "the mean divided by the length of the first axis",
            "mean",
            perRow("output", a -> a.input("labels").size())),
        of("float32 rounded to bfloat16", "spread", each(DType.BFLOAT16::round)),
        new Mutant(
            "a mean where none was asked",
            OPERATION,
            REQUIREMENTS + "mean",
            "shape",
            where(a -> a.text("reduction").equals("none"), attribute("reduction", a -> "mean"))),
        new Mutant(
            "always along the last axis",
            OPERATION,
            REQUIREMENTS + "strides",
            "shape",
            attribute("axis", a -> -1L)),
        Mutant.unrefusing(OPERATION, REQUIREMENTS + "refusals"),
        Mutant.unrefusing(OPERATION, REQUIREMENTS + "label-range"),
        Mutant.unrefusing(OPERATION, REQUIREMENTS + "label-choices"));
  }

  private static Mutant of(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, OPERATION, REQUIREMENTS + requirement, "exact value", fault);
  }

  /** Minus the logarithm at each label of what is made of its slice, and of all the output. */
  private static Mutant.Fault losses(BinaryOperator<double[]> probabilities) {
    return where(
        a -> a.text("reduction").equals("none") && !a.has("ignore_index"),
        result(
            (y, a) -> {
              Tensor output = a.input("output");
              Slices slices = Slices.of(output.shape(), a.axis(output.shape()));
              double[] losses = y.toDoubles();
              for (int s = 0; s < losses.length; s++) {
                double[] o = output.toDoubles(slices.start(s), slices.stride(), slices.length());
                int label = (int) a.input("labels").integer(s);
                losses[s] = -Math.log(clipped(probabilities.apply(o, output.toDoubles()))[label]);
              }
              return Tensor.ofNumbers(y.dtype(), y.shape(), losses);
            }));
  }

  private static double[] clipped(double[] o) {
    return Arrays.stream(o).map(p -> Math.max(1e-7, Math.min(1 - 1e-7, p))).toArray();
  }

  private static double[] dividedBySum(double[] o) {
    return dividedBy(o, sum(o));
  }

  private static double[] dividedBy(double[] o, double divisor) {
    return Arrays.stream(o).map(p -> p / divisor).toArray();
  }

  private static double sum(double[] o) {
    return Arrays.stream(o).sum();
  }

  /** NaN for every slice where any number of the output has no product with 0. */
  private static Tensor leaking(Tensor losses, Tensor output) {
    boolean finite = Arrays.stream(output.toDoubles()).allMatch(Double::isFinite);
    return finite ? losses : Floats.each(losses, v -> v == 0 ? Double.NaN : v);
  }

  private static Mutant.Fault refusingFarAxesOfLogits() {
    Answer refused = new Answer.Refused(RefusalCode.INVALID_AXIS, "axis must be -1");
    return (honest, request) -> {
      Map<String, Object> attributes = request.arguments().attributes();
      boolean far = attributes.get("axis") instanceof Long axis && axis < -1;
      boolean logits = Boolean.TRUE.equals(attributes.get("from_logits"));
      return far && logits ? refused : honest.answer(request);
    };
  }

  /** −Σ t·ln S more for every slice whose sum S is below 1. */
  private static Tensor undividedBelowOne(Tensor losses, Arguments a) {
    Tensor output = a.input("output");
    Tensor target = a.input("target");
    Slices slices = Slices.of(output.shape(), a.axis(output.shape()));
    double[] changed = losses.toDoubles();
    for (int s = 0; s < changed.length; s++) {
      double sum = 0;
      double share = 0;
      for (int k = 0; k < slices.length(); k++) {
        sum += output.number(slices.index(s, k));
        share += target.number(slices.index(s, k));
      }
      changed[s] -= sum > 0 && sum < 1 ? share * Math.log(sum) : 0;
    }
    return Tensor.ofNumbers(losses.dtype(), losses.shape(), changed);
  }
}
