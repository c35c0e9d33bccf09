package io.crosscheck.search;

import io.crosscheck.tensor.SplitMix64;
import io.crosscheck.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes new inputs of known ones of the same niche: a change of one, or a cross of two. */
final class Variation {

  private final Form form;

  Variation(Form form) {
    this.form = form;
  }

  /** The inputs with one of them changed. */
  Map<String, Tensor> changed(Map<String, Tensor> inputs, Niche niche, SplitMix64 random) {
    Map<String, Tensor> changed = new HashMap<>(inputs);
    List<Slot> present = form.slots().stream().filter(s -> inputs.containsKey(s.name())).toList();
    Slot slot = present.get((int) random.integer(0, present.size()));
    changed.computeIfPresent(slot.name(), (name, tensor) -> changed(slot, tensor, niche, random));
    return changed;
  }

  private Tensor changed(Slot slot, Tensor tensor, Niche niche, SplitMix64 random) {
    if (tensor.size() == 0) {
      return tensor;
    }
    if (slot.domain().isFloat()) {
      return Moves.changed(tensor, slot.domain(), random);
    }
    long[] integers = tensor.toLongs();
    int i = (int) random.integer(0, integers.length);
    integers[i] =
        slot.domain() == Domain.COIN
            ? 1 - integers[i]
            : random.integer(0, form.classes(niche.shape()));
    return Tensor.ofIntegers(tensor.dtype(), tensor.shape(), integers);
  }

  /** Each input from one parent up to a random place, from there on from the other. */
  Map<String, Tensor> crossed(
      Map<String, Tensor> one, Map<String, Tensor> other, SplitMix64 random) {
    Map<String, Tensor> child = new HashMap<>();
    for (Slot slot : form.slots()) {
      Tensor first = one.get(slot.name());
      Tensor second = other.get(slot.name());
      if (first != null && second != null) {
        int end = (int) random.integer(0, first.size() + 1L);
        child.put(slot.name(), Elements.mixed(first, second, i -> i < end));
      }
    }
    return child;
  }
}
