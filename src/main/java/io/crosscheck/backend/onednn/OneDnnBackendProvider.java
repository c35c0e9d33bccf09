package io.crosscheck.backend.onednn;

import io.crosscheck.backend.LibraryProvider;

/** Finds the backend {@code onednn}. */
public final class OneDnnBackendProvider extends LibraryProvider {

  public OneDnnBackendProvider() {
    super("onednn", "io.crosscheck.backend.onednn.OneDnnBackend", "org.bytedeco.dnnl.dnnl_engine");
  }
}
