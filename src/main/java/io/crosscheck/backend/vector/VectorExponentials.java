package io.crosscheck.backend.vector;

import io.crosscheck.backend.Exponentials;
import io.crosscheck.backend.LogSums;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
final class VectorExponentials implements Exponentials {
  @Override
  public double[] softmax(Tensor logits, Slices slices) {
    return new double[0];
  }
  @Override
  public LogSums logSums(Tensor logits, Slices slices) {
    return LogSums.of(slices);
  }
  @Override
  public double[] sigmoid(Tensor logits) {
    return new double[0];
  }
}
