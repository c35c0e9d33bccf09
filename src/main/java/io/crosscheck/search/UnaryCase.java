package io.crosscheck.search;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An operation as a function of one number x: every x is a row of the request, and every row of the
 * result belongs to one.
 *
 * @param words what the operation is applied to
 * @param least the least x that it is a function of
 * @param most the largest
 */
public record UnaryCase(String operation, String words, double least, double most, Inputs inputs) {

  /** The inputs with a row for each x. */
  @FunctionalInterface
  public interface Inputs {
    Map<String, Tensor> of(DType dtype, double[] x);
  }

  /** All of them, in the order of the catalogue. */
  public static List<UnaryCase> all() {
    List<UnaryCase> all = new ArrayList<>();
    for (String operation : List.of("softmax", "log_softmax", "log_sum_exp")) {
      all.add(everywhere(operation, "[x, 0]", (d, x) -> Map.of("logits", pairs(d, x))));
    }
    all.add(everywhere("sigmoid", "x", (d, x) -> Map.of("logits", column(d, x))));
    for (int label = 0; label < 2; label++) {
      all.addAll(ofLabel(label));
    }
    List<String> catalogue = Catalogue.operations().stream().map(Operation::name).toList();
    all.sort(Comparator.comparingInt(c -> catalogue.indexOf(c.operation())));
    return List.copyOf(all);
  }

  private static List<UnaryCase> ofLabel(int label) {
    List<UnaryCase> all = new ArrayList<>();
    for (String operation :
        List.of("softmax_cross_entropy_with_logits", "softmax_cross_entropy_gradient")) {
      all.add(everywhere(operation, ofPairs(label), (d, x) -> dense(d, x, "labels", label)));
    }
    all.add(
        everywhere("focal_cross_entropy", ofPairs(label), (d, x) -> dense(d, x, "target", label)));
    for (String operation :
        List.of(
            "sparse_softmax_cross_entropy_with_logits", "sparse_softmax_cross_entropy_gradient")) {
      all.add(everywhere(operation, ofPairs(label), (d, x) -> sparse(d, x, label)));
    }
    for (String operation :
        List.of("sigmoid_cross_entropy_with_logits", "sigmoid_cross_entropy_gradient")) {
      all.add(
          everywhere(
              operation,
              "x with label " + label,
              (d, x) -> Map.of("labels", equal(d, x.length, label), "logits", column(d, x))));
    }
    all.add(
        new UnaryCase(
            "binary_cross_entropy",
            "the probability x with target " + label,
            0,
            1,
            (d, x) -> Map.of("target", equal(d, x.length, label), "output", column(d, x))));
    return all;
  }

  private static String ofPairs(int label) {
    return "[x, 0] with label " + label;
  }

  private static UnaryCase everywhere(String operation, String words, Inputs inputs) {
    return new UnaryCase(
        operation, words, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, inputs);
  }

  /** Whether that x, maybe NaN, is one that the case is a function of. */
  boolean admits(double x) {
    boolean everywhere = Double.isInfinite(least) && Double.isInfinite(most);
    return everywhere || (x >= least && x <= most);
  }

  Request request(DType dtype, double[] x) {
    return new Request(operation, new Arguments(inputs.of(dtype, x), Map.of()));
  }

  private static Tensor column(DType dtype, double[] x) {
    return Tensor.ofNumbers(dtype, Shape.of(x.length), x);
  }

  private static Tensor pairs(DType dtype, double[] x) {
    double[] pairs = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      pairs[2 * i] = x[i];
    }
    return Tensor.ofNumbers(dtype, Shape.of(x.length, 2), pairs);
  }

  private static Tensor equal(DType dtype, int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return Tensor.ofNumbers(dtype, Shape.of(count), values);
  }

  private static Map<String, Tensor> dense(DType dtype, double[] x, String name, int label) {
    double[] labels = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      labels[2 * i + label] = 1;
    }
    Tensor oneHot = Tensor.ofNumbers(dtype, Shape.of(x.length, 2), labels);
    return Map.of(name, oneHot, "logits", pairs(dtype, x));
  }

  private static Map<String, Tensor> sparse(DType dtype, double[] x, int label) {
    long[] labels = new long[x.length];
    Arrays.fill(labels, label);
    return Map.of(
        "labels",
        Tensor.ofIntegers(DType.INT64, Shape.of(x.length), labels),
        "logits",
        pairs(dtype, x));
  }
}
