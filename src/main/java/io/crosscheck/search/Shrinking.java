package io.crosscheck.search;

import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes a find small: first its shape, then its numbers, towards few digits. What lies beyond the
 * bound stays beyond it, in the same way; what doesn't, keeps its err/bound. A crash is not
 * repeated more often than an adapter's patience lasts.
 */
final class Shrinking {

  private static final int MOST_TRIALS = 3_000;
  private static final int MOST_TRIALS_OF_A_CRASH = 30;
  private static final int MOST_PASSES = 3;
  private static final int MOST_DIGITS = 6;

  private final Form form;
  private final Trial trial;
  private int trials;

  Shrinking(Form form, Trial trial) {
    this.form = form;
    this.trial = trial;
  }

  Find smallest(Candidate worst) {
    Score score = trial.score(worst.inputs());
    trials = score.isCrash() ? MOST_TRIALS_OF_A_CRASH : MOST_TRIALS;
    Found found = new Found(worst.inputs(), score);
    Shape shape = form.whole(found.inputs);
    shrinkShape(found);
    shrinkValues(found);
    return new Find(
        form.request(found.inputs),
        found.score.overBound(),
        found.score.verdict(),
        shape,
        form.whole(found.inputs));
  }

  /** The smallest inputs so far. */
  private static final class Found {
    private Map<String, Tensor> inputs;
    private Score score;

    Found(Map<String, Tensor> inputs, Score score) {
      this.inputs = inputs;
      this.score = score;
    }

    private Tensor tensor(Slot slot) {
      return Objects.requireNonNull(inputs.get(slot.name()));
    }
  }

  /** Takes the inputs if they are as bad as they must be. */
  private boolean takes(Found found, Map<String, Tensor> inputs) {
    if (trials <= 0) {
      return false;
    }
    trials--;
    Score score = trial.score(inputs);
    boolean asBad =
        found.score.isViolation()
            ? score.isViolation() && score.isSameKind(found.score)
            : score.overBound() >= found.score.overBound();
    if (asBad) {
      found.inputs = inputs;
      found.score = score;
    }
    return asBad;
  }

  private boolean takes(Found found, Slot slot, Tensor tensor) {
    Map<String, Tensor> inputs = new HashMap<>(found.inputs);
    inputs.put(slot.name(), tensor);
    return takes(found, inputs);
  }

  private void shrinkShape(Found found) {
    int rank = form.whole(found.inputs).rank();
    for (int axis = 0; axis < rank; axis++) {
      int length = form.whole(found.inputs).length(axis);
      for (int count = length / 2; count > 0; count /= 2) {
        cut(found, axis, count);
      }
    }
  }

  private void cut(Found found, int axis, int count) {
    int from = 0;
    while (from + count <= form.whole(found.inputs).length(axis)
        && count < form.whole(found.inputs).length(axis)
        && trials > 0) {
      Optional<Map<String, Tensor>> shorter = form.without(found.inputs, axis, from, count);
      if (shorter.isEmpty() || !takes(found, shorter.get())) {
        from += count;
      }
    }
  }

  private void shrinkValues(Found found) {
    for (int pass = 0; pass < MOST_PASSES && trials > 0; pass++) {
      Map<String, Tensor> before = found.inputs;
      for (Slot slot : form.slots()) {
        if (slot.domain().isFloat() && found.inputs.containsKey(slot.name())) {
          simplify(found, slot);
        }
      }
      if (found.inputs.equals(before)) {
        return;
      }
    }
  }

  /** All numbers together, then each that occurs, wherever it does, become as simple as can be. */
  private void simplify(Found found, Slot slot) {
    shiftToZero(found, slot);
    Tensor whole = found.tensor(slot);
    for (DoubleUnaryOperator simpler : simpler()) {
      Tensor simple = Moves.confined(Elements.mapped(whole, simpler), slot.domain());
      if (simple.equals(whole) || takes(found, slot, simple)) {
        break;
      }
    }
    groups(found.tensor(slot)).forEach((value, indices) -> simplify(found, slot, value, indices));
  }

  private void shiftToZero(Found found, Slot slot) {
    Tensor tensor = found.tensor(slot);
    double max = DoubleStream.of(tensor.toDoubles()).max().orElse(0);
    Tensor shifted = Moves.confined(Elements.mapped(tensor, value -> value - max), slot.domain());
    if (!shifted.equals(tensor) && !slot.domain().equals(Domain.SHARE)) {
      takes(found, slot, shifted);
    }
  }

  private static Map<Double, int[]> groups(Tensor tensor) {
    double[] numbers = tensor.toDoubles();
    Map<Double, int[]> groups = new LinkedHashMap<>();
    for (double number : numbers) {
      groups.computeIfAbsent(
          number,
          n ->
              IntStream.range(0, numbers.length)
                  .filter(i -> Double.compare(numbers[i], n) == 0)
                  .toArray());
    }
    return groups;
  }

  private void simplify(Found found, Slot slot, double value, int[] indices) {
    Tensor tensor = found.tensor(slot);
    for (DoubleUnaryOperator simpler : simpler()) {
      double candidate =
          slot.domain().confine(tensor.dtype().round(simpler.applyAsDouble(value)), tensor.dtype());
      if (Double.compare(candidate, value) == 0) {
        return;
      }
      if (takes(found, slot, Elements.with(tensor, indices, candidate))) {
        return;
      }
    }
  }

  /** The simplest first. */
  private static List<DoubleUnaryOperator> simpler() {
    List<DoubleUnaryOperator> simpler = new ArrayList<>();
    simpler.add(value -> 0);
    simpler.add(value -> Math.copySign(1, value));
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      int kept = digits;
      simpler.add(value -> rounded(value, kept));
    }
    return simpler;
  }

  private static double rounded(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
        : value;
  }
}
