package io.crosscheck.backend.cpu;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.StrictBoundContract;

class CpuBackendTest extends StrictBoundContract {

  @Override
  protected BackendProvider provider() {
    return new CpuBackendProvider();
  }
}
