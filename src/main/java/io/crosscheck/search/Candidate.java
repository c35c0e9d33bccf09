package io.crosscheck.search;

import io.crosscheck.tensor.Tensor;
import java.util.Map;

/** Inputs that were tried, and how far the answer was from its exact value. */
record Candidate(Map<String, Tensor> inputs, double overBound) {

  Candidate {
    inputs = Map.copyOf(inputs);
  }
}
