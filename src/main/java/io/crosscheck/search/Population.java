package io.crosscheck.search;

import io.crosscheck.tensor.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** The worst inputs of one niche, worst first; of two alike the earlier one. */
final class Population {

  private static final int SIZE = 6;

  private final List<Candidate> worst = new ArrayList<>();

  List<Candidate> worst() {
    return List.copyOf(worst);
  }

  boolean isEmpty() {
    return worst.isEmpty();
  }

  double overBound() {
    return worst.isEmpty() ? -1 : worst.get(0).overBound();
  }

  void add(Candidate candidate) {
    int place = worst.size();
    while (place > 0 && worst.get(place - 1).overBound() < candidate.overBound()) {
      place--;
    }
    boolean known = place > 0 && worst.get(place - 1).inputs().equals(candidate.inputs());
    if (place < SIZE && !known) {
      worst.add(place, candidate);
      if (worst.size() > SIZE) {
        worst.remove(SIZE);
      }
    }
  }

  /** One of them, a worse one more likely. */
  Candidate pick(SplitMix64 random) {
    double u = random.uniform();
    return worst.get((int) (u * u * worst.size()));
  }
}
