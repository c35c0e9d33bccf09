package io.crosscheck.mutant;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.mutant.Mutant.Fault;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The ways in which mutants differ from the right implementation. All but {@link #accepting} answer
 * as it does where it refuses, and see arguments that are bound to their defaults.
 */
final class Faults {

  private Faults() {}

  /** What becomes of a tensor, given the arguments of the request. */
  interface Change {
    Tensor of(Tensor tensor, Arguments arguments);
  }

  /** The right result changed. */
  static Fault result(Change change) {
    return (honest, request) -> {
      Answer right = honest.answer(request);
      return right instanceof Answer.Output
          ? Honest.mapping(right, y -> change.of(y, bound(request)))
          : right;
    };
  }

  /** Each number of the right result changed; integers stay. */
  static Fault each(DoubleUnaryOperator change) {
    return result((y, arguments) -> y.dtype().isFloat() ? Floats.each(y, change) : y);
  }

  /** The right result for another input. */
  static Fault given(String input, Change change) {
    return (honest, request) -> {
      Answer right = honest.answer(request);
      Tensor tensor = request.arguments().inputs().get(input);
      if (!(right instanceof Answer.Output) || tensor == null) {
        return right;
      }
      return honest.answer(Honest.replacing(request, input, change.of(tensor, bound(request))));
    };
  }

  /** The right result for an input with each number changed. */
  static Fault givenEach(String input, DoubleUnaryOperator change) {
    return given(input, (x, a) -> x.dtype().isFloat() ? Floats.each(x, change) : x);
  }

  /** The right result for an input with each integer changed. */
  static Fault givenIntegers(String input, LongUnaryOperator change) {
    return given(input, (x, a) -> x.dtype().isFloat() ? x : Floats.eachInteger(x, change));
  }

  /** The right result for another value of an attribute. */
  static Fault attribute(String name, Function<Arguments, Object> value) {
    return (honest, request) -> {
      Answer right = honest.answer(request);
      return right instanceof Answer.Output
          ? honest.withAttribute(request, name, value.apply(bound(request)))
          : right;
    };
  }

  /** The right result with an optional input left out. */
  static Fault without(String input) {
    return (honest, request) -> {
      Map<String, Tensor> inputs = new HashMap<>(request.arguments().inputs());
      inputs.remove(input);
      return honest.as(request.operation(), inputs, request.arguments().attributes());
    };
  }

  /** The fault at some arguments only. */
  static Fault where(Predicate<Arguments> condition, Fault fault) {
    return (honest, request) -> {
      Answer right = honest.answer(request);
      return right instanceof Answer.Output && condition.test(bound(request))
          ? fault.answer(honest, request)
          : right;
    };
  }

  /** Each slice of {@code input} along the axis put through {@code function}. */
  static Fault slices(String input, Floats.OfSlice function) {
    return result((y, a) -> Floats.alongAxis(a.input(input), a.attributes().get("axis"), function));
  }

  /** One number for each slice of {@code input} along the axis, from the slice. */
  static Fault reduced(String input, Function<double[], Double> function) {
    return result(
        (y, a) -> {
          Tensor x = a.input(input);
          Slices slices = Slices.of(x.shape(), a.axis(x.shape()));
          double[] values = new double[slices.count()];
          for (int s = 0; s < values.length; s++) {
            values[s] =
                function.apply(x.toDoubles(slices.start(s), slices.stride(), slices.length()));
          }
          return Tensor.ofNumbers(y.dtype(), y.shape(), values);
        });
  }

  /** A mean over more than rows, divided by their number alone. */
  static Fault perRow(String input, ToIntFunction<Arguments> losses) {
    return where(
        a -> a.text("reduction").equals("mean") && a.input(input).shape().rank() > 2,
        result(
            (y, a) -> {
              double each = losses.applyAsInt(a) / (double) a.input(input).shape().length(0);
              return Floats.each(y, v -> v * each);
            }));
  }

  /** A number in place of refusals with that code. */
  static Fault accepting(RefusalCode code) {
    Answer number = new Answer.Output(Tensor.ofNumbers(DType.FLOAT32, Shape.of(), 7));
    return (honest, request) ->
        honest.answer(request) instanceof Answer.Refused refused && refused.code() == code
            ? number
            : honest.answer(request);
  }

  private static Arguments bound(Request request) {
    return Catalogue.find(request.operation()).orElseThrow().signature().bind(request.arguments());
  }
}
