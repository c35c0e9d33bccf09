package io.crosscheck.backend;

import io.crosscheck.dialect.Dialect;
import java.util.List;
import java.util.Optional;

/**
 * How an implementation is found, through {@link java.util.ServiceLoader}. A provider must load
 * without the optional modules and libraries of its backend: it names them as text only.
 */
public interface BackendProvider {

  /** The name on the command line and in reports. */
  String name();

  /** Why it can't run here, with the package or flag that brings it; empty if it can. */
  default Optional<String> unavailability() {
    return Optional.empty();
  }

  /** JVM flags that the backend needs and this JVM was started without. */
  default List<String> missingJvmFlags() {
    return List.of();
  }

  /**
   * Whether a run asks it in a JVM of its own, because its library can take the JVM down: a crash
   * then costs the case in flight only.
   */
  default boolean isIsolated() {
    return false;
  }

  /** Whether it ships with Crosscheck; a third party's stays false. */
  default boolean isBuiltIn() {
    return false;
  }

  /** A new backend that answers by a dialect's choices; empty if it has only its own. */
  default Optional<Backend> create(Dialect dialect) {
    return Optional.empty();
  }

  /** A new backend; called only if it is available and no JVM flag is missing. */
  Backend create();
}
