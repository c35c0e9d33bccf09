package io.crosscheck.backend.vector;

import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Descriptions;
import io.crosscheck.backend.Kernel;
import io.crosscheck.backend.PlainKernels;
import io.crosscheck.operation.Choices;
import java.util.Map;

/** The backend {@code vector}. */
final class VectorBackend extends CheckedBackend {

  VectorBackend() {
    this(PlainKernels.of(new VectorExponentials()));
  }

  private VectorBackend(Map<String, Kernel> kernels) {
    super(
        Descriptions.builtIn("vector", PlainKernels.claims(kernels)), kernels, Choices.defaults());
  }
}
