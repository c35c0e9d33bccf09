package io.crosscheck.backend.cpu;

import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Descriptions;
import io.crosscheck.backend.Kernel;
import io.crosscheck.backend.PlainKernels;
import io.crosscheck.operation.Choices;
import java.util.Map;

/** The backend {@code cpu}. */
final class CpuBackend extends CheckedBackend {

  CpuBackend() {
    this(PlainKernels.of(new CpuExponentials()));
  }

  private CpuBackend(Map<String, Kernel> kernels) {
    super(Descriptions.builtIn("cpu", PlainKernels.claims(kernels)), kernels, Choices.defaults());
  }
}
