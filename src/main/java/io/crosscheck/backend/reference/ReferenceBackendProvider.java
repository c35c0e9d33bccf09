package io.crosscheck.backend.reference;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;

/** Provides {@code reference}: available everywhere. */
public final class ReferenceBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public boolean isBuiltIn() {
    return true;
  }

  @Override
  public Backend create() {
    return new ReferenceBackend();
  }
}
