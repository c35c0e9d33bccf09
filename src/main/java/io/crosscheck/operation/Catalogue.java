package io.crosscheck.operation;

import java.util.List;
import java.util.Optional;

/** Every operation of the specification. */
public final class Catalogue {

  private static final List<Operation> OPERATIONS =
      List.of(
          new Softmax(),
          new LogSoftmax(),
          new LogSumExp(),
          new Sigmoid(),
          new OneHot(),
          new CategoricalCrossEntropy(),
          new SparseCategoricalCrossEntropy(),
          new SoftmaxCrossEntropyWithLogits(),
          new SparseSoftmaxCrossEntropyWithLogits(),
          new NegativeLogLikelihood(),
          new BinaryCrossEntropy(),
          new SigmoidCrossEntropyWithLogits(),
          new KlDivergence(),
          new FocalCrossEntropy(),
          new SmoothLabels(),
          new ReduceLoss(),
          new SequenceMask(),
          new CausalMask(),
          new MaskedSoftmax(),
          new MaskedMean(),
          new LastRelevant(),
          new SelectSteps(),
          new SequenceLoss(),
          new ArgMax(),
          new CategoricalAccuracy(),
          new SparseCategoricalAccuracy(),
          new BinaryAccuracy(),
          new SoftmaxGradient(),
          new LogSoftmaxGradient(),
          new SoftmaxCrossEntropyGradient(),
          new SparseSoftmaxCrossEntropyGradient(),
          new SigmoidCrossEntropyGradient(),
          new CategoricalCrossEntropyGradient(),
          new KlDivergenceTargetGradient(),
          new MaskedSoftmaxGradient());

  private Catalogue() {}

  /** All operations, in the specification's order. */
  public static List<Operation> operations() {
    return OPERATIONS;
  }

  /** The operation of that name, empty if there is none. */
  public static Optional<Operation> find(String name) {
    return OPERATIONS.stream().filter(o -> o.name().equals(name)).findFirst();
  }
}
