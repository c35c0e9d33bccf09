package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;
import static io.crosscheck.mutant.Faults.without;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** Wrong reductions of losses and losses of sequences. */
final class ReductionMutants {

  private static final String REDUCE = "reduce_loss";
  private static final String SEQUENCE = "sequence_loss";

  private ReductionMutants() {}

  static List<Mutant> all() {
    return Stream.of(reduced(), sequence()).flatMap(List::stream).toList();
  }

  private static List<Mutant> reduced() {
    return List.of(
        of(
            "a mean in place of the sum",
            REDUCE,
            "reduce.definition",
            where(a -> a.text("reduction").equals("sum"), attribute("reduction", a -> "mean"))),
        of("weights left out", REDUCE, "reduce.definition", without("weights")),
        of(
            "B046 divided by all, weighted or not",
            REDUCE,
            "reduce.definition",
            where(
                a -> a.text("reduction").equals("weighted_mean"),
                attribute("reduction", a -> "mean"))),
        of(
            "divided by the sum of the weights",
            REDUCE,
            "reduce.definition",
            where(
                a -> a.text("reduction").equals("mean"),
                attribute("reduction", a -> "weighted_mean"))),
        of(
            "weights above 0 are 1",
            REDUCE,
            "reduce.definition",
            givenEach("weights", w -> w > 0 ? 1 : w)),
        of(
            "B059 nothing left is 1",
            REDUCE,
            "reduce.nothing-left",
            each(v -> Double.isNaN(v) || v == 0 ? 1 : v)),
        of("float32 rounded to bfloat16", REDUCE, "reduce.spread", each(DType.BFLOAT16::round)),
        new Mutant(
            "a sum where none is asked",
            REDUCE,
            "cross-entropy.reduce.shapes",
            "shape",
            where(a -> a.text("reduction").equals("none"), attribute("reduction", a -> "sum"))));
  }

  private static List<Mutant> sequence() {
    return List.of(
        new Mutant(
            "B135 padding counts",
            SEQUENCE,
            "cross-entropy.sequence.padding",
            "expected a difference",
            givenEach("weights", w -> 1)),
        of(
            "B138 the mean over sequences of their sums",
            SEQUENCE,
            "sequence.weights",
            result(
                (y, a) ->
                    y.shape().rank() == 0
                        ? Floats.each(y, v -> v * weights(a) / a.input("weights").shape().length(0))
                        : y)),
        of("weights squared", SEQUENCE, "sequence.weights", givenEach("weights", w -> w * w)),
        of(
            "targets one step late",
            SEQUENCE,
            "sequence.steps",
            given(
                "targets",
                (t, a) -> Tensor.ofIntegers(t.dtype(), t.shape(), rotated(t.toLongs())))),
        new Mutant(
            "B136 never averaged across steps",
            SEQUENCE,
            "cross-entropy.sequence.flags",
            "expected float64 of shape []",
            attribute("average_across_timesteps", a -> false)),
        new Mutant(
            "B134 never averaged across the batch",
            SEQUENCE,
            "cross-entropy.sequence.flags",
            "expected float64 of shape []",
            attribute("average_across_batch", a -> false)),
        of(
            "B137 the mean before the weights",
            SEQUENCE,
            "sequence.weights",
            result(
                (y, a) ->
                    y.shape().rank() == 0
                        ? Floats.each(y, v -> v * weights(a) / a.input("weights").size())
                        : y)));
  }

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(name, operation, "cross-entropy." + requirement, "exact value", fault);
  }

  private static long[] rotated(long[] x) {
    long[] y = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[(i + 1) % x.length];
    }
    return y;
  }

  private static double weights(Arguments a) {
    double sum = 0;
    for (double w : a.input("weights").toDoubles()) {
      sum += w;
    }
    return sum;
  }
}
