package io.crosscheck.backend.opencl;

import static io.crosscheck.backend.opencl.OpenClException.check;
import static io.crosscheck.backend.opencl.OpenClException.checked;

import java.util.EnumMap;
import java.util.Map;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/**
 * A context and an in-order queue on one device, and the programs built there, each when needed.
 */
final class Session implements AutoCloseable {

  private final Device device;
  private final long context;
  private final long queue;
  private final Map<Precision, Program> programs = new EnumMap<>(Precision.class);

  Session(Device device) {
    this.device = device;
    int[] status = new int[1];
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer devices = stack.pointers(device.handle());
      // The callback is null: every call's status is checked, which tells the same.
      long created = CL10.clCreateContext((PointerBuffer) null, devices, null, 0L, status);
      this.context = checked("clCreateContext", created, status[0]);
    }
    long created = CL10.clCreateCommandQueue(context, device.handle(), 0, status);
    if (status[0] != CL10.CL_SUCCESS) {
      CL10.clReleaseContext(context);
    }
    this.queue = checked("clCreateCommandQueue", created, status[0]);
  }

  Device device() {
    return device;
  }

  long context() {
    return context;
  }

  long queue() {
    return queue;
  }

  /** A call of that kernel, still without arguments. */
  Call call(Precision precision, String kernel) {
    Program program = programs.computeIfAbsent(precision, p -> new Program(context, device, p));
    return new Call(this, precision, kernel, program.kernel(kernel));
  }

  @Override
  public void close() {
    programs.values().forEach(Program::close);
    check("clReleaseCommandQueue", CL10.clReleaseCommandQueue(queue));
    check("clReleaseContext", CL10.clReleaseContext(context));
  }
}
