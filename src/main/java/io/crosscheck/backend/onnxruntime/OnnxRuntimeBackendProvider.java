package io.crosscheck.backend.onnxruntime;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.NativeAccess;
import java.util.List;
import java.util.Optional;

/**
 * Finds the backend {@code onnxruntime}. Loads without the library, so it names the backend as text
 * and no type of it.
 */
public final class OnnxRuntimeBackendProvider implements BackendProvider {

  private static final String BACKEND = "io.crosscheck.backend.onnxruntime.OnnxRuntimeBackend";
  private static final String LIBRARY = "ai.onnxruntime.OrtEnvironment";

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public Optional<String> unavailability() {
    try {
      Class.forName(BACKEND, false, getClass().getClassLoader());
      Class.forName(LIBRARY, false, getClass().getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of(
          "this jar was built without the library; build one with `mvn -P onnxruntime package`");
    }
  }

  @Override
  public List<String> missingJvmFlags() {
    return NativeAccess.missingJvmFlags();
  }

  @Override
  public boolean isIsolated() {
    return true;
  }

  @Override
  public boolean isBuiltIn() {
    return true;
  }

  @Override
  public Backend create() {
    try {
      return (Backend) Class.forName(BACKEND).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("ONNX Runtime doesn't load", e);
    }
  }
}
