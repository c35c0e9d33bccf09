package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Cross-entropies of class indices: one loss per slice from the device, weighted on the host. */
final class SparseKernels {

  private static final int IGNORED = -1;

  private final SliceFunctions functions;

  SparseKernels(Session session) {
    this.functions = new SliceFunctions(session);
  }

  Map<String, Kernel> byOperation() {
    return Map.of(
        "sparse_softmax_cross_entropy_with_logits", this::sparse,
        "sparse_categorical_cross_entropy", this::sparseCategorical,
        "sequence_loss", this::sequence);
  }

  /** −ln clip(o_y/Σo), 0 for an ignored label; a mean is over the labels kept. */
  private Tensor sparseCategorical(Arguments arguments, Header header) {
    Tensor output = arguments.input("output");
    Slices slices = Slices.of(output.shape(), arguments.axis(output.shape()));
    int[] classes = classes(arguments.input("labels"), arguments.optionalAttribute("ignore_index"));
    double epsilon = arguments.number("epsilon");
    double[] losses = functions.sparseProbabilityCrossEntropy(classes, output, slices, epsilon);
    long kept = Arrays.stream(classes).filter(label -> label != IGNORED).count();
    return LossReduction.of(arguments, header, losses, kept);
  }

  /**
   * (1−α)·w_y·(−l_y) + α/K·Σ w_c·(−l_c), 0 for an ignored label; a mean is by the labels' weights.
   */
  private Tensor sparse(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Slices slices = Slices.of(logits.shape(), arguments.axis(logits.shape()));
    int[] classes = classes(arguments.input("labels"), arguments.optionalAttribute("ignore_index"));
    Optional<Tensor> classWeights = arguments.optionalInput("class_weights");
    double[] losses = functions.sparseCrossEntropy(classes, logits, slices);
    double[] weights = new double[losses.length];
    for (int s = 0; s < losses.length; s++) {
      if (classes[s] != IGNORED) {
        weights[s] = classWeights.isEmpty() ? 1 : classWeights.get().number(classes[s]);
        losses[s] *= weights[s];
      }
    }
    double alpha = arguments.number("label_smoothing");
    if (alpha != 0) {
      double[] all =
          functions.crossEntropy(everyClass(logits, slices, classWeights), logits, slices);
      for (int s = 0; s < losses.length; s++) {
        boolean ignored = classes[s] == IGNORED;
        losses[s] = ignored ? 0 : losses[s] * (1 - alpha) + all[s] * (alpha / slices.length());
      }
    }
    return LossReduction.of(arguments, header, losses, LossReduction.sum(weights));
  }

  /** The class weights at every slice, 1 where none are given. */
  private static double[] everyClass(Tensor logits, Slices slices, Optional<Tensor> weights) {
    double[] targets = new double[logits.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = weights.isEmpty() ? 1 : weights.get().number(slices.positionOf(i));
    }
    return targets;
  }

  private Tensor sequence(Arguments arguments, Header header) {
    Tensor logits = arguments.input("logits");
    Tensor weights = arguments.input("weights");
    int[] classes = classes(arguments.input("targets"), Optional.empty());
    double[] losses = functions.sparseCrossEntropy(classes, logits, Slices.of(logits.shape(), 2));
    for (int i = 0; i < losses.length; i++) {
      losses[i] = LossReduction.weighted(weights.number(i), losses[i]);
    }
    boolean acrossSteps = arguments.flag("average_across_timesteps");
    boolean acrossBatch = arguments.flag("average_across_batch");
    double[] result =
        acrossSteps || acrossBatch
            ? LossReduction.means(
                losses, weights, averaged(weights.shape(), acrossSteps, acrossBatch))
            : losses;
    return Tensor.ofNumbers(header.dtype(), header.shape(), result);
  }

  private static Slices averaged(Shape steps, boolean acrossSteps, boolean acrossBatch) {
    return acrossSteps && acrossBatch
        ? new Slices(1, steps.size(), 1)
        : Slices.of(steps, acrossSteps ? 1 : 0);
  }

  /** The labels, in their range already, with IGNORED for those to ignore. */
  private static int[] classes(Tensor labels, Optional<Object> ignored) {
    int[] classes = new int[labels.size()];
    for (int i = 0; i < classes.length; i++) {
      long label = labels.integer(i);
      boolean ignore = ignored.isPresent() && ignored.get().equals(label);
      classes[i] = ignore ? IGNORED : (int) label;
    }
    return classes;
  }
}
