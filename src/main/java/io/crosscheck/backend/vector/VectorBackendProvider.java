package io.crosscheck.backend.vector;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Optional;

/**
 * Finds the backend {@code vector}. Loads without the incubating module, so it names that module as
 * text and no type of it.
 */
public final class VectorBackendProvider implements BackendProvider {

  private static final String MODULE = "jdk.incubator.vector";

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public Optional<String> unavailability() {
    return ModuleFinder.ofSystem().find(MODULE).isPresent()
        ? Optional.empty()
        : Optional.of(
            "this Java runtime has no module \"" + MODULE + "\"; use a full JDK 17 or newer");
  }

  @Override
  public List<String> missingJvmFlags() {
    return ModuleLayer.boot().findModule(MODULE).isPresent()
        ? List.of()
        : List.of("--add-modules=" + MODULE);
  }

  @Override
  public boolean isBuiltIn() {
    return true;
  }

  @Override
  public Backend create() {
    return new VectorBackend();
  }
}
