package io.crosscheck.backend.onnxruntime;

import io.crosscheck.backend.LibraryProvider;

/** Finds the backend {@code onnxruntime}. */
public final class OnnxRuntimeBackendProvider extends LibraryProvider {

  public OnnxRuntimeBackendProvider() {
    super(
        "onnxruntime",
        "io.crosscheck.backend.onnxruntime.OnnxRuntimeBackend",
        "ai.onnxruntime.OrtEnvironment");
  }
}
