package io.crosscheck.backend.opencl;

import static io.crosscheck.backend.opencl.OpenClException.check;
import static io.crosscheck.backend.opencl.OpenClException.checked;

import io.crosscheck.tensor.Slices;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/**
 * One call of a kernel: its inputs in their order, then the result and the geometry. It owns the
 * device memory of the call, which {@link #close} releases. Nothing empty may be given to it:
 * OpenCL has neither empty buffers nor, before 2.1, empty launches.
 */
final class Call implements AutoCloseable {

  private final Session session;
  private final Precision precision;
  private final String name;
  private final long kernel;
  private final List<Long> buffers = new ArrayList<>();
  private int arguments;

  Call(Session session, Precision precision, String name, long kernel) {
    this.session = session;
    this.precision = precision;
    this.name = name;
    this.kernel = kernel;
  }

  /** Numbers that the precision has. */
  Call reals(double[] values) {
    int[] status = new int[1];
    long flags = CL10.CL_MEM_READ_ONLY | CL10.CL_MEM_COPY_HOST_PTR;
    long buffer =
        precision == Precision.DOUBLE
            ? CL10.clCreateBuffer(session.context(), flags, values, status)
            : CL10.clCreateBuffer(session.context(), flags, narrowed(values), status);
    return buffer(buffer, status[0]);
  }

  Call ints(int[] values) {
    int[] status = new int[1];
    long flags = CL10.CL_MEM_READ_ONLY | CL10.CL_MEM_COPY_HOST_PTR;
    return buffer(CL10.clCreateBuffer(session.context(), flags, values, status), status[0]);
  }

  /** One number, rounded to the precision. */
  Call real(double value) {
    return argument(
        precision == Precision.DOUBLE
            ? CL10.clSetKernelArg1d(kernel, arguments, value)
            : CL10.clSetKernelArg1f(kernel, arguments, (float) value));
  }

  /** Runs the kernel over slices, for that many results. */
  double[] overSlices(Slices slices, int results) {
    long result = result(results);
    Grid grid = Grid.of(slices.length(), longestGroup());
    integer(slices.count()).integer(slices.length()).integer(slices.stride()).integer(grid.lanes());
    argument(CL10.clSetKernelArg(kernel, arguments, 2L * grid.group() * precision.bytes()));
    launch(grid.items(slices), grid.group());
    return read(result, results);
  }

  /** Runs the kernel over single elements, for one result each. */
  double[] overElements(int count) {
    long result = result(count);
    integer(count);
    launch(count, 0);
    return read(result, count);
  }

  Call integer(int value) {
    return argument(CL10.clSetKernelArg1i(kernel, arguments, value));
  }

  private Call argument(int status) {
    check("clSetKernelArg(" + name + ", " + arguments + ")", status);
    arguments++;
    return this;
  }

  private Call buffer(long handle, int status) {
    buffers.add(checked("clCreateBuffer", handle, status));
    return argument(CL10.clSetKernelArg1p(kernel, arguments, handle));
  }

  private long result(int count) {
    long bytes = (long) count * precision.bytes();
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer status = stack.mallocInt(1);
      long handle = CL10.clCreateBuffer(session.context(), CL10.CL_MEM_WRITE_ONLY, bytes, status);
      buffer(handle, status.get(0));
      return handle;
    }
  }

  /** What the kernel's registers and the device's dimensions allow. */
  private int longestGroup() {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      check(
          "clGetKernelWorkGroupInfo",
          CL10.clGetKernelWorkGroupInfo(
              kernel, session.device().handle(), CL10.CL_KERNEL_WORK_GROUP_SIZE, size, null));
      return (int) Math.min(size.get(0), session.device().longestGroup());
    }
  }

  /** Enqueues the kernel and waits for it; a group of 0 leaves its size to the driver. */
  private void launch(long items, int group) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      @Nullable PointerBuffer local = group == 0 ? null : stack.pointers(group);
      check(
          "clEnqueueNDRangeKernel(" + name + ")",
          CL10.clEnqueueNDRangeKernel(
              session.queue(), kernel, 1, null, stack.pointers(items), local, null, null));
    }
    check("clFinish(" + name + ")", CL10.clFinish(session.queue()));
  }

  private double[] read(long buffer, int count) {
    double[] doubles = new double[count];
    if (precision == Precision.DOUBLE) {
      readStatus(CL10.clEnqueueReadBuffer(session.queue(), buffer, true, 0, doubles, null, null));
    } else {
      float[] floats = new float[count];
      readStatus(CL10.clEnqueueReadBuffer(session.queue(), buffer, true, 0, floats, null, null));
      Arrays.setAll(doubles, i -> floats[i]);
    }
    return doubles;
  }

  private void readStatus(int status) {
    check("clEnqueueReadBuffer(" + name + ")", status);
  }

  private static float[] narrowed(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Override
  public void close() {
    buffers.forEach(b -> check("clReleaseMemObject", CL10.clReleaseMemObject(b)));
  }
}
