package io.crosscheck.backend.opencl;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.BackendProvider;
import io.crosscheck.backend.NativeAccess;
import java.util.List;
import java.util.Optional;

/** Finds the OpenCL backend; loads on any JVM, with or without the binding and a driver. */
public final class OpenClBackendProvider implements BackendProvider {

  @Override
  public String name() {
    return "opencl";
  }

  @Override
  public boolean isBuiltIn() {
    return true;
  }

  @Override
  public Optional<String> unavailability() {
    try {
      return Availability.check();
    } catch (LinkageError | RuntimeException e) {
      return Optional.of(
          "the OpenCL binding doesn't load ("
              + e
              + "); put LWJGL 3 (org.lwjgl:lwjgl, its natives"
              + " for this system, org.lwjgl:lwjgl-opencl) on the class path");
    }
  }

  /**
   * Asks for native access: a driver's crash ends its JVM, so a JVM that wasn't started for native
   * code leaves the work to a child that was.
   */
  @Override
  public List<String> missingJvmFlags() {
    return NativeAccess.missingJvmFlags();
  }

  @Override
  public Backend create() {
    return OpenClBackend.open();
  }
}
