package io.crosscheck.backend.pytorch;

import io.crosscheck.backend.LibraryProvider;

/** Finds the backend {@code pytorch}. */
public final class PyTorchBackendProvider extends LibraryProvider {

  public PyTorchBackendProvider() {
    super("pytorch", "io.crosscheck.backend.pytorch.PyTorchBackend", "org.bytedeco.pytorch.Tensor");
  }
}
