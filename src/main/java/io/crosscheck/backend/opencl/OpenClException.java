package io.crosscheck.backend.opencl;

import static org.lwjgl.opencl.CL10.CL_SUCCESS;

/** An OpenCL call that failed; the message names the call and the error. */
final class OpenClException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OpenClException(String message) {
    super(message);
  }

  /** Throws unless {@code status} is CL_SUCCESS. */
  static void check(String call, int status) {
    if (status != CL_SUCCESS) {
      throw new OpenClException(call + " failed with " + ErrorNames.of(status));
    }
  }

  /** {@code handle} as returned by {@code call}, or an exception by its status. */
  static long checked(String call, long handle, int status) {
    check(call, status);
    return handle;
  }
}
