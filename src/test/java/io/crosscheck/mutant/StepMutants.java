package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.attribute;
import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.given;
import static io.crosscheck.mutant.Faults.givenIntegers;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.where;

import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Wrong selections of steps, and masks by length or position. */
final class StepMutants {

  private static final String LAST = "last_relevant";
  private static final String SELECT = "select_steps";
  private static final String SEQUENCE = "sequence_mask";
  private static final String CAUSAL = "causal_mask";

  private StepMutants() {}

  static List<Mutant> all() {
    return Stream.of(steps(), masks()).flatMap(List::stream).toList();
  }

  private static List<Mutant> steps() {
    return List.of(
        new Mutant(
            "one step too late",
            LAST,
            "masking.",
            "exact value",
            (honest, request) ->
                honest.withInput(
                    request,
                    "lengths",
                    lengths -> {
                      Tensor values = request.arguments().input("values");
                      long steps = values.shape().rank() > 1 ? values.shape().length(1) : 0;
                      return Floats.eachInteger(lengths, n -> n > 0 && n < steps ? n + 1 : n);
                    })),
        of(
            "always the last step",
            LAST,
            "definition",
            given(
                "lengths",
                (n, a) ->
                    Floats.eachInteger(n, v -> v > 0 ? a.input("values").shape().length(1) : v))),
        new Mutant(
            "the second step where the length is 0",
            LAST,
            "masking.last_relevant.zero_length",
            "expected a refusal",
            (honest, request) ->
                honest.withInput(
                    request,
                    "lengths",
                    n -> n.dtype().isFloat() ? n : Floats.eachInteger(n, v -> v == 0 ? 2 : v))),
        of("values rounded to bfloat16", LAST, "definition", each(DType.BFLOAT16::round)),
        of(
            "the length of the first sequence for all",
            LAST,
            "definition",
            given(
                "lengths", (n, a) -> n.size() == 0 ? n : Floats.eachInteger(n, v -> n.integer(0)))),
        of("NaN values are 0", SELECT, "values", each(v -> Double.isNaN(v) ? 0 : v)),
        of("values rounded to float16", SELECT, "values", each(DType.FLOAT16::round)));
  }

  private static List<Mutant> masks() {
    return List.of(
        new Mutant(
            "mask inverted",
            SEQUENCE,
            "masking.",
            "exact value",
            (honest, request) ->
                Honest.mapping(
                    honest.answer(request),
                    y ->
                        y.dtype().isFloat()
                            ? Floats.each(y, v -> 1 - v)
                            : Floats.eachInteger(y, v -> 1 - v))),
        new Mutant(
            "one position too many",
            SEQUENCE,
            "masking.sequence_mask.definition",
            "shape",
            givenIntegers("lengths", n -> n + 1)),
        new Mutant(
            "B048 the longest length whatever is asked",
            SEQUENCE,
            "masking.sequence_mask.maxlen",
            "expected bool of shape [2, 5]",
            (honest, request) ->
                honest.as(
                    SEQUENCE,
                    request.arguments().inputs(),
                    without(request.arguments(), "maxlen"))),
        new Mutant(
            "one position more than asked",
            SEQUENCE,
            "masking.sequence_mask.maxlen",
            "shape",
            where(a -> a.has("maxlen"), attribute("maxlen", a -> a.integer("maxlen") + 1))),
        of(
            "B047 a length past the end masks all",
            SEQUENCE,
            "past_maxlen",
            where(
                a -> a.has("maxlen"),
                given(
                    "lengths",
                    (n, a) -> Floats.eachInteger(n, v -> v > a.integer("maxlen") ? 0 : v)))),
        new Mutant(
            "always bool",
            SEQUENCE,
            "masking.sequence_mask.dtype",
            "dtype",
            attribute("dtype", a -> "bool")),
        new Mutant(
            "always bool",
            CAUSAL,
            "masking.causal_mask.dtype",
            "dtype",
            attribute("dtype", a -> "bool")),
        of(
            "B081 aligned where it suits the longer side",
            CAUSAL,
            "default_alignment",
            where(
                a -> a.isDefault("alignment"),
                result((y, a) -> y.dtype().isFloat() ? y : Floats.eachInteger(y, v -> 1 - v)))),
        of(
            "everything is seen",
            CAUSAL,
            "definition",
            result((y, a) -> y.dtype().isFloat() ? y : allTrue(y))),
        of(
            "nothing but the query itself is seen",
            CAUSAL,
            "definition",
            result((y, a) -> y.dtype().isFloat() ? y : diagonal(y))));
  }

  private static Mutant of(String name, String operation, String requirement, Mutant.Fault fault) {
    return new Mutant(
        name, operation, "masking." + operation + "." + requirement, "exact value", fault);
  }

  private static Map<String, Object> without(Arguments a, String attribute) {
    Map<String, Object> attributes = new HashMap<>(a.attributes());
    attributes.remove(attribute);
    return attributes;
  }

  private static Tensor allTrue(Tensor mask) {
    return Floats.eachInteger(mask, v -> 1);
  }

  private static Tensor diagonal(Tensor mask) {
    long[] kept = mask.toLongs();
    int keys = mask.shape().length(1);
    for (int i = 0; i < kept.length; i++) {
      kept[i] = i % keys == i / keys ? kept[i] : 0;
    }
    return Tensor.ofIntegers(mask.dtype(), mask.shape(), kept);
  }
}
