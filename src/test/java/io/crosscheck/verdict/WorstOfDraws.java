package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The worst err/bound of a float32 program over draws of logits from families that differ in what
 * they bring out.
 *
 * @param question asked without its logits
 * @param families those that the logits are drawn from
 */
record WorstOfDraws(Question question, List<String> families) {

  private static final List<String> FAMILIES =
      List.of(
          "normal 0.1",
          "normal 1",
          "normal 5",
          "normal 30",
          "uniform -1 1",
          "sorted 5",
          "dominant 40",
          "dominant 95",
          "equal 0",
          "offset 1e4",
          "alternating 88",
          "stagnation -16.6356");

  static WorstOfDraws of(String operation) {
    return of(Question.of(operation, DType.FLOAT32));
  }

  static WorstOfDraws of(Question question) {
    return new WorstOfDraws(question.declaring(Choice.SUBNORMALS, "kept"), FAMILIES);
  }

  WorstOfDraws of(String... other) {
    return new WorstOfDraws(question, List.of(other));
  }

  /** Of a result for each of {@code n} logits. */
  double elementwise(UnaryOperator<float[]> program, int n) {
    return worst(logits -> Tensor.ofFloats(Shape.of(n), program.apply(logits)), n);
  }

  /** Of one result for all {@code n} logits. */
  double reduced(Function<float[], Float> program, int n) {
    return worst(logits -> Tensor.ofFloats(Shape.of(), program.apply(logits)), n);
  }

  private double worst(Function<float[], Tensor> program, int n) {
    double worst = 0;
    for (String family : families) {
      Tensor logits = Generator.draw(family, DType.FLOAT32, Shape.of(n), n);
      Tensor result = program.apply(logits.toFloats());
      Verdict verdict = question.input("logits", logits).on(result);
      double over = overBound(verdict, result.toFloats());
      worst = Math.max(worst, over);
      assertThat(family, verdict.passed(), is(over <= 1));
    }
    return worst;
  }

  /** err/bound; infinite where a failed result holds an infinity or NaN, which has no error. */
  private static double overBound(Verdict verdict, float[] result) {
    for (float y : result) {
      if (!verdict.passed() && !Float.isFinite(y)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return verdict.measurement().orElseThrow().worstOverBound();
  }
}
