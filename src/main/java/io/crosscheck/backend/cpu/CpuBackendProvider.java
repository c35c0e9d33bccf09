package io.crosscheck.backend.cpu;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;

/** Finds the backend {@code cpu}, which runs everywhere. */
public final class CpuBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public boolean isBuiltIn() {
    return true;
  }

  @Override
  public Backend create() {
    return new CpuBackend();
  }
}
