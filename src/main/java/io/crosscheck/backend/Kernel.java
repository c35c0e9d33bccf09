package io.crosscheck.backend;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Header;
import io.crosscheck.tensor.Tensor;

/** Computes one operation for arguments that have been checked and bound to their defaults. */
@FunctionalInterface
public interface Kernel {

  /** The result, with the dtype and shape of {@code header}. */
  Tensor compute(Arguments arguments, Header header);
}
