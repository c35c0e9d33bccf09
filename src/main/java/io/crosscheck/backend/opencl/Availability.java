package io.crosscheck.backend.opencl;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Library;
import org.lwjgl.system.Platform;

/** Whether there is an OpenCL device, and what to install where there is none. */
final class Availability {

  private static final String DRIVER =
      "install a driver, for instance `apt-get install pocl-opencl-icd`";

  private Availability() {}

  /** Why no device can be used, empty if one can. Loads the binding, builds nothing. */
  static Optional<String> check() {
    silenceBinding();
    nameLoader();
    avoidUnsafe();
    Library.initialize();
    try {
      CL.getICD();
    } catch (LinkageError e) {
      return Optional.of(
          "no OpenCL loader (libOpenCL) found; install it, for instance"
              + " `apt-get install ocl-icd-libopencl1`, and "
              + DRIVER);
    }
    if (Devices.platforms().isEmpty()) {
      return Optional.of("no OpenCL platform found; " + DRIVER);
    }
    return Devices.preferred().isEmpty()
        ? Optional.of("the OpenCL platforms have no device in working order; " + DRIVER)
        : Optional.empty();
  }

  /** On Linux the binding looks for a name that only the development package has. */
  private static void nameLoader() {
    if (Platform.get() == Platform.LINUX && Configuration.OPENCL_LIBRARY_NAME.get() == null) {
      Configuration.OPENCL_LIBRARY_NAME.set("libOpenCL.so.1");
    }
  }

  /**
   * A library that isn't there is reported as unavailability: the binding need not print it too.
   */
  private static void silenceBinding() {
    if (Configuration.DEBUG_STREAM.get() == null) {
      Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream()));
    }
  }

  /** From 25 on the JDK warns of what the binding uses by default, and has what replaces it. */
  private static void avoidUnsafe() {
    if (Runtime.version().feature() >= 25 && Configuration.MEMORY_BACKEND.get() == null) {
      Configuration.MEMORY_BACKEND.set("ffm");
    }
  }
}
