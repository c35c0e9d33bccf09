package io.crosscheck.backend.reference;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.dialect.Dialect;
import java.util.Optional;

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
  public Optional<Backend> create(Dialect dialect) {
    return Optional.of(ReferenceBackend.of(dialect));
  }

  @Override
  public Backend create() {
    return ReferenceBackend.ownChoices();
  }
}
