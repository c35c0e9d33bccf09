package io.crosscheck.backend.vector;

import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.StrictBoundContract;

/** Skipped where this JVM runs without the incubating module. */
class VectorBackendTest extends StrictBoundContract {

  @Override
  protected BackendProvider provider() {
    return new VectorBackendProvider();
  }
}
