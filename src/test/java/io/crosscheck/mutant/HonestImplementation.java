package io.crosscheck.mutant;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Request;
import io.crosscheck.mutant.Arithmetic.Format;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * A right implementation with arithmetic of its own, which nothing may reject. Refusals and slices
 * that have no finite exponentials are the reference's: they are no matter of arithmetic.
 *
 * @param name what is its own
 */
public record HonestImplementation(String name, Arithmetic arithmetic) {

  /** What it computes its own way. */
  public static final List<String> OPERATIONS =
      List.of(
          "softmax",
          "log_softmax",
          "log_sum_exp",
          "sigmoid",
          "sigmoid_cross_entropy_with_logits",
          "sparse_softmax_cross_entropy_with_logits");

  /** The implementation as a backend that declares nothing. */
  public Backend backend() {
    Honest honest = new Honest();
    Map<String, Set<DType>> claimed = new TreeMap<>(honest.backend().description().operations());
    claimed.keySet().retainAll(OPERATIONS);
    return new Stranger(
        "honest", claimed, request -> Honest.mapping(honest.answer(request), y -> own(request, y)));
  }

  private Tensor own(Request request, Tensor right) {
    return switch (request.operation()) {
      case "softmax" -> slices(request, right, this::softmax);
      case "log_softmax" -> slices(request, right, this::logSoftmax);
      case "log_sum_exp" -> sums(request, right);
      case "sigmoid" -> sigmoid(request, right);
      case "sigmoid_cross_entropy_with_logits" -> sigmoidCrossEntropy(request, right);
      default -> sparse(request, right);
    };
  }

  private double[] softmax(double[] x, DType dtype) {
    Format format = Format.of(dtype);
    Arithmetic.Sum sum = arithmetic.sum(x, format);
    return each(
        x,
        v -> {
          double p = arithmetic.probability(format.round(v - sum.shift()), sum.sum(), format);
          return arithmetic.stored(p, format);
        });
  }

  private double[] logSoftmax(double[] x, DType dtype) {
    Format format = Format.of(dtype);
    Arithmetic.Sum sum = arithmetic.sum(x, format);
    double logarithm = arithmetic.ln(sum.sum(), format);
    return each(
        x,
        v -> {
          double y = format.round(format.round(v - sum.shift()) - logarithm);
          return arithmetic.stored(y, format);
        });
  }

  private static double[] each(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  private Tensor slices(Request request, Tensor right, Floats.OfSlice function) {
    Tensor logits = request.arguments().input("logits");
    Object axis = request.arguments().attributes().get("axis");
    double[] rights = right.toDoubles();
    Tensor all =
        Floats.alongAxis(logits, axis, (x, dtype) -> isOrdinary(x) ? function.apply(x, dtype) : x);
    Tensor ordinary =
        Floats.alongAxis(logits, axis, (x, dtype) -> each(x, v -> isOrdinary(x) ? 1 : 0));
    for (int i = 0; i < rights.length; i++) {
      rights[i] = ordinary.number(i) == 1 ? all.number(i) : rights[i];
    }
    return Tensor.ofNumbers(right.dtype(), right.shape(), rights);
  }

  private static boolean isOrdinary(double[] x) {
    return x.length > 0 && Arrays.stream(x).allMatch(Double::isFinite);
  }

  private Tensor sums(Request request, Tensor right) {
    Tensor logits = request.arguments().input("logits");
    Object axis = request.arguments().attributes().get("axis");
    int rank = logits.shape().rank();
    long along = axis instanceof Long given ? given : -1;
    if (rank == 0 || !(axis == null || axis instanceof Long)) {
      return right;
    }
    Slices slices = Slices.of(logits.shape(), (int) (along < 0 ? along + rank : along));
    Format format = Format.of(logits.dtype());
    double[] result = right.toDoubles();
    for (int s = 0; s < slices.count(); s++) {
      double[] x = logits.toDoubles(slices.start(s), slices.stride(), slices.length());
      if (isOrdinary(x)) {
        Arithmetic.Sum sum = arithmetic.sum(x, format);
        double y = format.round(sum.shift() + arithmetic.ln(sum.sum(), format));
        result[s] = arithmetic.stored(y, format);
      }
    }
    return Tensor.ofNumbers(right.dtype(), right.shape(), result);
  }

  private Tensor sigmoid(Request request, Tensor right) {
    Format format = Format.of(right.dtype());
    return Floats.zip(
        request.arguments().input("logits"),
        right,
        (x, y) ->
            Double.isFinite(x) ? arithmetic.stored(arithmetic.sigmoid(x, format), format) : y);
  }

  /** Where there is one loss for each logit. */
  private Tensor sigmoidCrossEntropy(Request request, Tensor right) {
    Tensor logits = request.arguments().input("logits");
    Tensor labels = request.arguments().input("labels");
    boolean plain = request.arguments().attributes().isEmpty() && isPlain(request);
    if (!plain || !logits.shape().equals(labels.shape())) {
      return right;
    }
    Format format = Format.of(right.dtype());
    double[] losses = right.toDoubles();
    for (int i = 0; i < losses.length; i++) {
      double x = logits.number(i);
      double z = labels.number(i);
      if (Double.isFinite(x) && (z == 0 || z == 1)) {
        // softplus(−x) where the label is 1: nothing cancels.
        losses[i] = arithmetic.stored(arithmetic.softplus(z == 1 ? -x : x, format), format);
      }
    }
    return Tensor.ofNumbers(right.dtype(), right.shape(), losses);
  }

  /** One loss for each slice along the last axis, of labels that are classes. */
  private Tensor sparse(Request request, Tensor right) {
    Tensor logits = request.arguments().input("logits");
    Tensor labels = request.arguments().input("labels");
    int rank = logits.shape().rank();
    boolean plain = request.arguments().attributes().isEmpty() && isPlain(request);
    if (!plain || rank == 0 || labels.size() != right.size()) {
      return right;
    }
    Slices slices = Slices.of(logits.shape(), rank - 1);
    double[] losses = right.toDoubles();
    for (int s = 0; s < slices.count(); s++) {
      double[] x = logits.toDoubles(slices.start(s), slices.stride(), slices.length());
      long label = labels.integer(s);
      if (isOrdinary(x) && label >= 0 && label < x.length) {
        losses[s] = -logSoftmax(x, right.dtype())[(int) label];
      }
    }
    return Tensor.ofNumbers(right.dtype(), right.shape(), losses);
  }

  private static boolean isPlain(Request request) {
    return List.of("logits", "labels").containsAll(request.arguments().inputs().keySet());
  }

  @Override
  public String toString() {
    return name;
  }
}
