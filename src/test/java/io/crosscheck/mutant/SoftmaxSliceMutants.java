package io.crosscheck.mutant;

import static io.crosscheck.mutant.Faults.each;
import static io.crosscheck.mutant.Faults.givenEach;
import static io.crosscheck.mutant.Faults.result;
import static io.crosscheck.mutant.Faults.slices;
import static io.crosscheck.mutant.Faults.where;
import static io.crosscheck.mutant.SoftmaxMutants.minus;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Softmaxes of the wrong slices, and of special ones. */
final class SoftmaxSliceMutants {

  private static final String SOFTMAX = "softmax";

  private SoftmaxSliceMutants() {}

  static List<Mutant> all() {
    return Stream.of(special(), layout()).flatMap(List::stream).toList();
  }

  private static List<Mutant> special() {
    return List.of(
        of(
            "B079 a slice of -Infinity is all on its first class",
            "special.all_negative_infinity",
            slices(
                "logits",
                (x, d) ->
                    Floats.max(x) == Double.NEGATIVE_INFINITY
                        ? firstOnly(x.length)
                        : Floats.softmax(x, d, Floats::minusMax))),
        of(
            "B091 an infinite logit has probability 1",
            "special.positive_infinity",
            givenEach("logits", x -> x == Double.POSITIVE_INFINITY ? 1e4 : x)),
        of(
            "B084 -Infinity taken for -10",
            "special.negative_infinity",
            givenEach("logits", x -> x == Double.NEGATIVE_INFINITY ? -10 : x)),
        of(
            "B088 logits below -1e8 taken for -Infinity",
            "overflow.negative",
            givenEach("logits", x -> x < -1e8 ? Double.NEGATIVE_INFINITY : x)),
        of(
            "B146 NaN dropped by a maximum",
            "special.not_a_number",
            givenEach("logits", x -> Double.isNaN(x) ? Double.NEGATIVE_INFINITY : x)),
        of(
            "subnormal logits are NaN",
            "underflow.subnormal_logits",
            givenEach("logits", x -> x != 0 && Math.abs(x) < 1e-37 ? Double.NaN : x)),
        new Mutant(
            "B101 an empty result without its shape",
            SOFTMAX,
            "softmax.shapes.empty",
            "shape",
            result((p, a) -> p.size() == 0 ? Tensor.ofNumbers(p.dtype(), Shape.of(0)) : p)),
        of(
            "a half for a lone logit",
            "shapes.length_one",
            where(
                a -> a.input("logits").shape().rank() > 0 && a.input("logits").size() == 1,
                each(p -> 0.5))),
        of(
            "B044 a slice of one class is its sigmoid",
            "shapes.length_one",
            slices(
                "logits",
                (x, d) ->
                    x.length == 1
                        ? new double[] {1 / (1 + Math.exp(-x[0]))}
                        : Floats.softmax(x, d, Floats::minusMax))));
  }

  private static List<Mutant> layout() {
    return List.of(
        of("B097 all axes from axis on are one", "axis.slice", coerced()),
        of("B100 always along the last axis but one", "axis.default", alongAxis(-2)),
        of("always along axis 1", "axis.single", alongAxis(1)),
        of(
            "a negative axis counted from the front",
            "axis.negative",
            (honest, request) ->
                Faults.attribute(
                        "axis",
                        a -> a.integer("axis") < 0 ? -a.integer("axis") - 1 : a.integer("axis"))
                    .answer(honest, request)),
        of("the denominator of the first slice for all", "axis.independent_slices", oneSum()),
        of("B075 channels read as if they came last", "axis.channels", channelsLast()),
        of(
            "the classes in ascending order",
            "properties.permutation",
            slices(
                "logits",
                (x, d) -> {
                  double[] p = Floats.softmax(x, DType.FLOAT64, Floats::minusMax);
                  Arrays.sort(p);
                  return p;
                })),
        new Mutant(
            "the largest class exchanged with the first",
            SOFTMAX,
            "softmax.properties.order",
            "expected no larger result",
            slices(
                "logits",
                (x, d) -> {
                  double[] p = Floats.softmax(x, DType.FLOAT64, Floats::minusMax);
                  int largest = 0;
                  for (int k = 0; k < p.length; k++) {
                    largest = p[k] > p[largest] ? k : largest;
                  }
                  double most = p.length == 0 ? 0 : p[largest];
                  if (p.length > 0) {
                    p[largest] = p[0];
                    p[0] = most;
                  }
                  return p;
                })),
        of(
            "the largest logit of all slices taken off",
            "axis.independent_slices",
            (honest, request) ->
                result(
                        (y, a) -> {
                          double most = Floats.max(a.input("logits").toDoubles());
                          return Floats.alongAxis(
                              a.input("logits"),
                              a.attributes().get("axis"),
                              (x, d) -> Floats.softmax(x, d, v -> minus(v, most)));
                        })
                    .answer(honest, request)));
  }

  private static Mutant of(String name, String requirement, Mutant.Fault fault) {
    return new Mutant(name, SOFTMAX, "softmax." + requirement, "exact value", fault);
  }

  private static double[] firstOnly(int length) {
    double[] p = new double[length];
    if (length > 0) {
      p[0] = 1;
    }
    return p;
  }

  private static Mutant.Fault coerced() {
    return result(
        (y, a) -> {
          Tensor x = a.input("logits");
          int axis = a.axis(x.shape());
          int rows = 1;
          for (int i = 0; i < axis; i++) {
            rows *= x.shape().length(i);
          }
          if (x.size() == 0) {
            return y;
          }
          Tensor flat = Tensor.ofNumbers(x.dtype(), Shape.of(rows, x.size() / rows), x.toDoubles());
          double[] p =
              Floats.alongAxis(
                      flat, 1L, (v, d) -> Floats.softmax(v, DType.FLOAT64, Floats::minusMax))
                  .toDoubles();
          return Tensor.ofNumbers(x.dtype(), x.shape(), p);
        });
  }

  private static Mutant.Fault alongAxis(int axis) {
    return Faults.attribute(
        "axis",
        a -> {
          int rank = a.input("logits").shape().rank();
          return rank >= 2 ? (long) axis : a.attributes().get("axis");
        });
  }

  private static Mutant.Fault oneSum() {
    return result(
        (y, a) -> {
          double[] first = {Double.NaN};
          return Floats.alongAxis(
              a.input("logits"),
              a.attributes().get("axis"),
              (x, d) -> {
                double[] p = minus(x, Floats.max(x));
                double sum = 0;
                for (int k = 0; k < p.length; k++) {
                  p[k] = Math.exp(p[k]);
                  sum += p[k];
                }
                first[0] = Double.isNaN(first[0]) ? sum : first[0];
                for (int k = 0; k < p.length; k++) {
                  p[k] /= first[0];
                }
                return p;
              });
        });
  }

  /** Right along the last axis; along another the flat array is cut into rows all the same. */
  private static Mutant.Fault channelsLast() {
    return result(
        (y, a) -> {
          Tensor x = a.input("logits");
          int length = x.shape().length(a.axis(x.shape()));
          if (x.size() == 0) {
            return y;
          }
          Tensor rows =
              Tensor.ofNumbers(x.dtype(), Shape.of(x.size() / length, length), x.toDoubles());
          double[] p =
              Floats.alongAxis(
                      rows, 1L, (v, d) -> Floats.softmax(v, DType.FLOAT64, Floats::minusMax))
                  .toDoubles();
          return Tensor.ofNumbers(x.dtype(), x.shape(), p);
        });
  }
}
