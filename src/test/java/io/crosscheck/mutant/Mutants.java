package io.crosscheck.mutant;

import java.util.List;
import java.util.stream.Stream;

/**
 * Wrong implementations that the specification must reject, each with one idea of what to get
 * wrong.
 */
public final class Mutants {

  private Mutants() {}

  /** Those of all operations. */
  public static List<Mutant> all() {
    return Stream.of(
            CommonMutants.all(),
            LikelihoodMutants.all(),
            SelectionMutants.all(),
            GradientMutants.all(),
            LossGradientMutants.all(),
            DivergenceSlopeMutants.all(),
            LayoutMutants.all(),
            SoftmaxMutants.all(),
            SoftmaxSliceMutants.all(),
            LogarithmMutants.all(),
            CategoricalMutants.all(),
            SparseMutants.all(),
            ProbabilityMutants.all(),
            BinaryMutants.all(),
            ReductionMutants.all(),
            MaskMutants.all(),
            StepMutants.all(),
            PredictionMutants.all(),
            RefusalMutants.all(),
            EverywhereMutants.all(),
            SizeMutants.all())
        .flatMap(List::stream)
        .toList();
  }
}
