package io.crosscheck.backend.djl;

import io.crosscheck.backend.LibraryProvider;

/** Finds the backend {@code djl}. */
public final class DjlBackendProvider extends LibraryProvider {

  public DjlBackendProvider() {
    super("djl", "io.crosscheck.backend.djl.DjlBackend", "ai.djl.engine.Engine");
  }
}
