package io.crosscheck.search;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.SplitMix64;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Draws the inputs that a search starts from. */
final class Seeds {

  private static final double KEPT = 0.75;

  private final Form form;

  Seeds(Form form) {
    this.form = form;
  }

  /** The number of families of the input that has most. */
  int count() {
    return form.slots().stream()
        .filter(s -> s.domain().isFloat())
        .mapToInt(s -> Family.of(s.domain(), form.dtype()).size())
        .max()
        .orElse(1);
  }

  /**
   * Inputs of that niche whose widest choice is made by {@code family}, the others at random.
   *
   * @param family 0 up to {@link #count}
   */
  Map<String, Tensor> draw(Niche niche, int family, SplitMix64 random) {
    Map<String, Tensor> inputs = new HashMap<>();
    int most = count();
    for (Slot slot : form.slots()) {
      if (slot.required() || niche.optional()) {
        Shape shape = form.shape(slot, niche.shape());
        inputs.put(slot.name(), draw(slot, shape, niche, family, most, random));
      }
    }
    return inputs;
  }

  private Tensor draw(
      Slot slot, Shape shape, Niche niche, int family, int most, SplitMix64 random) {
    int size = shape.size();
    switch (slot.domain()) {
      case INDEX -> {
        int classes = form.classes(niche.shape());
        return integers(DType.INT64, shape, size, () -> random.integer(0, classes));
      }
      case COIN -> {
        return integers(DType.BOOL, shape, size, () -> random.uniform() < KEPT ? 1 : 0);
      }
      default -> {
        List<Family> families = Family.of(slot.domain(), form.dtype());
        int chosen = families.size() == most ? family : (int) random.integer(0, families.size());
        Tensor drawn = families.get(chosen).draw(form.dtype(), shape, random);
        return Moves.confined(drawn, slot.domain());
      }
    }
  }

  private static Tensor integers(DType dtype, Shape shape, int size, LongSupplier element) {
    long[] integers = new long[size];
    for (int i = 0; i < size; i++) {
      integers[i] = element.getAsLong();
    }
    return Tensor.ofIntegers(dtype, shape, integers);
  }
}
