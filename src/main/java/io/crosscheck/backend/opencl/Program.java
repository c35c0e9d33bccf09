package io.crosscheck.backend.opencl;

import static io.crosscheck.backend.opencl.OpenClException.check;
import static io.crosscheck.backend.opencl.OpenClException.checked;
import static org.lwjgl.opencl.CL10.CL_PROGRAM_BUILD_LOG;
import static org.lwjgl.opencl.CL10.CL_SUCCESS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lwjgl.BufferUtils;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/** All kernels, built for one device in one precision. */
final class Program implements AutoCloseable {

  private static final List<String> SOURCES =
      List.of("real.cl", "slice.cl", "softmax.cl", "losses.cl", "gradients.cl", "elementwise.cl");

  private final long handle;
  private final Map<String, Long> kernels = new HashMap<>();

  Program(long context, Device device, Precision precision) {
    this(context, device, options(device, precision), source());
  }

  Program(long context, Device device, String options, String source) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      long created = CL10.clCreateProgramWithSource(context, source, status);
      handle = checked("clCreateProgramWithSource", created, status.get(0));
    }
    int built = CL10.clBuildProgram(handle, device.handle(), options, null, 0L);
    if (built != CL_SUCCESS) {
      String log = buildLog(device);
      CL10.clReleaseProgram(handle);
      throw new OpenClException(
          "clBuildProgram failed with " + ErrorNames.of(built) + "; build log:\n" + log);
    }
  }

  /** No option that trades accuracy for speed; exact division where the device offers it. */
  private static String options(Device device, Precision precision) {
    return (device.dividesExactly() ? "-cl-fp32-correctly-rounded-divide-sqrt" : "")
        + precision.option();
  }

  private static String source() {
    return SOURCES.stream().map(Program::read).collect(Collectors.joining("\n"));
  }

  private static String read(String resource) {
    try (InputStream in = Program.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new OpenClException(
            "resource \"" + resource + "\" is missing beside " + Program.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String buildLog(Device device) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      check("clGetProgramBuildInfo", buildInfo(device, null, size));
      ByteBuffer log = BufferUtils.createByteBuffer((int) size.get(0));
      check("clGetProgramBuildInfo", buildInfo(device, log, null));
      return StandardCharsets.UTF_8.decode(log).toString().replace("\0", "").strip();
    }
  }

  private int buildInfo(Device device, @Nullable ByteBuffer log, @Nullable PointerBuffer size) {
    return CL10.clGetProgramBuildInfo(handle, device.handle(), CL_PROGRAM_BUILD_LOG, log, size);
  }

  /** The handle of that kernel, made once. */
  long kernel(String name) {
    return kernels.computeIfAbsent(
        name,
        n -> {
          int[] status = new int[1];
          return checked("clCreateKernel", CL10.clCreateKernel(handle, n, status), status[0]);
        });
  }

  @Override
  public void close() {
    kernels.values().forEach(k -> check("clReleaseKernel", CL10.clReleaseKernel(k)));
    check("clReleaseProgram", CL10.clReleaseProgram(handle));
  }
}
