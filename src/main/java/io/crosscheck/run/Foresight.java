package io.crosscheck.run;

import io.crosscheck.backend.Description;
import io.crosscheck.protocol.Foreseen;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The requests that a run is going to make, as far as they are small enough to be kept. */
final class Foresight {

  private static final long MOST_ELEMENTS = 10_000;
  private static final long MOST_ELEMENTS_IN_ALL = 5_000_000;

  private final List<Foreseen> requests = new ArrayList<>();
  private long elements;

  private Foresight() {}

  /** Those of the cases of a runner, to an implementation of that description, in their order. */
  static List<Foreseen> of(Runner runner, Description description) {
    Foresight foresight = new Foresight();
    runner.requests(description, foresight::add);
    return foresight.requests;
  }

  private void add(Asked asked) {
    long size =
        asked.request().arguments().inputs().values().stream().mapToLong(Tensor::size).sum();
    if (size <= MOST_ELEMENTS && elements + size <= MOST_ELEMENTS_IN_ALL) {
      elements += size;
      requests.add(new Foreseen(asked.id(), asked.caseId(), asked.request()));
    }
  }
}
