package io.crosscheck.backend.tensorflow;

import io.crosscheck.backend.LibraryProvider;

/** Finds the backend {@code tensorflow}. */
public final class TensorFlowBackendProvider extends LibraryProvider {

  public TensorFlowBackendProvider() {
    super(
        "tensorflow",
        "io.crosscheck.backend.tensorflow.TensorFlowBackend",
        "org.tensorflow.EagerSession");
  }
}
