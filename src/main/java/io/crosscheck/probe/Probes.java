package io.crosscheck.probe;

import static io.crosscheck.verdict.Operations.argmax;
import static io.crosscheck.verdict.Operations.binaryCrossEntropy;
import static io.crosscheck.verdict.Operations.categoricalCrossEntropy;
import static io.crosscheck.verdict.Operations.causalMask;
import static io.crosscheck.verdict.Operations.klDivergence;
import static io.crosscheck.verdict.Operations.klDivergenceTargetGradient;
import static io.crosscheck.verdict.Operations.lastRelevant;
import static io.crosscheck.verdict.Operations.logSoftmax;
import static io.crosscheck.verdict.Operations.logSumExp;
import static io.crosscheck.verdict.Operations.maskedMean;
import static io.crosscheck.verdict.Operations.maskedSoftmax;
import static io.crosscheck.verdict.Operations.oneHot;
import static io.crosscheck.verdict.Operations.reduceLoss;
import static io.crosscheck.verdict.Operations.sequenceMask;
import static io.crosscheck.verdict.Operations.sigmoidCrossEntropyWithLogits;
import static io.crosscheck.verdict.Operations.smoothLabels;
import static io.crosscheck.verdict.Operations.softmax;
import static io.crosscheck.verdict.Operations.softmaxCrossEntropyGradient;
import static io.crosscheck.verdict.Operations.softmaxCrossEntropyWithLogits;
import static io.crosscheck.verdict.Operations.sparseSoftmaxCrossEntropyWithLogits;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.util.List;

/** The questions of a probe: the same for everyone, whatever was answered before. */
final class Probes {

  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float NAN = Float.NaN;
  private static final float[][] LOGITS = {{1, 2, 4}, {1, 2, 4}};

  /** At least one for every choice. */
  static final List<Probe> ALL =
      List.of(
          new Probe(Choice.SOFTMAX_SLICE, softmax(new float[][] {{0, 1}, {2, 4}}).axis(0)),
          new Probe(Choice.SOFTMAX_SCALAR, softmax(2f)),
          new Probe(Choice.SOFTMAX_NOT_A_NUMBER, softmax(new float[] {1, NAN, 3})),
          new Probe(Choice.SOFTMAX_POSITIVE_INFINITY, softmax(new float[] {1, INFINITY, 3})),
          new Probe(
              Choice.SOFTMAX_ALL_NEGATIVE_INFINITY, softmax(new float[] {-INFINITY, -INFINITY})),
          new Probe(Choice.LOG_SOFTMAX_POSITIVE_INFINITY, logSoftmax(new float[] {1, INFINITY, 3})),
          new Probe(
              Choice.LOG_SUM_EXP_ALL_NEGATIVE_INFINITY,
              logSumExp(new float[] {-INFINITY, -INFINITY})),
          new Probe(
              Choice.SUBNORMALS,
              softmax(new float[] {0, -90}),
              List.of(DType.FLOAT32, DType.BFLOAT16)),
          new Probe(Choice.SUBNORMALS, softmax(new float[] {0, -12}), List.of(DType.FLOAT16)),
          new Probe(Choice.SUBNORMALS, softmax(new float[] {0, -710}), List.of(DType.FLOAT64)),
          new Probe(Choice.NEGATIVE_AXIS, softmax(LOGITS).axis(-2)),
          new Probe(Choice.NEGATIVE_AXIS, softmax(LOGITS).axis(-1)),
          new Probe(Choice.ONE_HOT_NEGATIVE_INDEX, oneHot(new int[] {1, -1}).attribute("depth", 3)),
          new Probe(
              Choice.ONE_HOT_INDEX_PAST_DEPTH, oneHot(new int[] {1, 3}).attribute("depth", 3)),
          new Probe(Choice.ONE_HOT_ZERO_DEPTH, oneHot(new int[0]).attribute("depth", 0)),
          new Probe(
              Choice.SPARSE_LABEL_NEGATIVE,
              sparseSoftmaxCrossEntropyWithLogits(new int[] {0, -1}, LOGITS)),
          new Probe(
              Choice.SPARSE_LABEL_PAST_CLASSES,
              sparseSoftmaxCrossEntropyWithLogits(new int[] {0, 3}, LOGITS)),
          new Probe(
              Choice.ZERO_LABEL_TIMES_NEGATIVE_INFINITY,
              softmaxCrossEntropyWithLogits(new float[] {0, 1, 0}, new float[] {-INFINITY, 0, 0})),
          new Probe(
              Choice.LABELS_BROADCAST,
              softmaxCrossEntropyWithLogits(new float[][] {{0, 1, 0}}, LOGITS)),
          new Probe(
              Choice.GRADIENT_LABELS_NOT_SUMMING_TO_ONE,
              softmaxCrossEntropyGradient(new float[] {2, 0, 0}, new float[] {1, 2, 3})),
          new Probe(
              Choice.PROBABILITIES_NORMALISE,
              categoricalCrossEntropy(new float[] {1, 0, 0}, new float[] {0.5f, 0.25f, 0.125f})),
          new Probe(
              Choice.PROBABILITIES_GUARD,
              categoricalCrossEntropy(new float[] {1, 0}, new float[] {0, 1})),
          new Probe(
              Choice.PROBABILITIES_GUARD,
              categoricalCrossEntropy(new float[] {1, 0}, new float[] {5e-8f, 1})),
          new Probe(
              Choice.PROBABILITIES_GUARD,
              binaryCrossEntropy(new float[] {1, 1}, new float[] {0, 5e-8f})),
          new Probe(
              Choice.PROBABILITIES_OUT_OF_RANGE,
              binaryCrossEntropy(new float[] {1}, new float[] {1.5f})),
          new Probe(
              Choice.PROBABILITIES_OUT_OF_RANGE,
              categoricalCrossEntropy(new float[] {1, 0}, new float[] {1.5f, 0.5f})),
          new Probe(
              Choice.SIGMOID_CROSS_ENTROPY_INFINITE,
              sigmoidCrossEntropyWithLogits(
                  new float[] {1, 0, 1, 0},
                  new float[] {INFINITY, INFINITY, -INFINITY, -INFINITY})),
          new Probe(
              Choice.WEIGHTED_MEAN_DENOMINATOR,
              sparseSoftmaxCrossEntropyWithLogits(new int[] {0, 1}, LOGITS)
                  .input("class_weights", new float[] {4, 0, 1})
                  .attribute("reduction", "mean")),
          new Probe(
              Choice.MEAN_NOTHING_LEFT,
              reduceLoss(new float[] {1, 2})
                  .input("weights", new float[] {0, 0})
                  .attribute("reduction", "weighted_mean")),
          new Probe(
              Choice.MEAN_NOTHING_LEFT,
              sparseSoftmaxCrossEntropyWithLogits(new int[] {1, 1}, LOGITS)
                  .attribute("ignore_index", 1)
                  .attribute("reduction", "mean")),
          new Probe(
              Choice.MASKED_NOT_A_NUMBER,
              maskedMean(new float[][] {{1, NAN, 3}}, new boolean[][] {{true, false, true}})),
          new Probe(
              Choice.MASKED_NOT_A_NUMBER,
              reduceLoss(new float[] {1, NAN})
                  .input("weights", new float[] {1, 0})
                  .attribute("reduction", "sum")),
          new Probe(
              Choice.LABEL_SMOOTHING_CLASSES,
              smoothLabels(new float[][] {{1, 0, 1}, {0, 1, 0}}).axis(0).attribute("alpha", 0.5)),
          new Probe(
              Choice.KL_ZERO_TARGET, klDivergence(new float[] {0, 1}, new float[] {0.5f, 0.5f})),
          new Probe(
              Choice.KL_GRADIENT_ZERO_TARGET,
              klDivergenceTargetGradient(new float[] {0, 0.5f}, new float[] {0.5f, 4})),
          new Probe(
              Choice.SEQUENCE_MASK_LENGTH_PAST_MAXLEN,
              sequenceMask(new int[] {5, 1}).attribute("maxlen", 3)),
          new Probe(
              Choice.MASKED_SOFTMAX_NOTHING_KEPT,
              maskedSoftmax(new float[] {1, 2}, new boolean[] {false, false})),
          new Probe(
              Choice.MASKED_MEAN_NOTHING_KEPT,
              maskedMean(new float[][] {{1, 2}}, new boolean[][] {{false, false}})),
          new Probe(
              Choice.LAST_RELEVANT_ZERO_LENGTH,
              lastRelevant(new float[][] {{1, 2, 3}, {4, 5, 6}}, new int[] {0, 2})),
          new Probe(Choice.ARGMAX_NOT_A_NUMBER, argmax(new float[] {1, NAN, 3})),
          new Probe(
              Choice.CAUSAL_DEFAULT_ALIGNMENT,
              causalMask().attribute("query_length", 2).attribute("key_length", 3)));

  private Probes() {}

  /** Those of one choice. */
  static List<Probe> of(Choice choice) {
    return ALL.stream().filter(probe -> probe.choice() == choice).toList();
  }
}
