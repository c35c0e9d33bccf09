package io.crosscheck.backend.opencl;

import static org.lwjgl.opencl.CL10.CL_DEVICE_AVAILABLE;
import static org.lwjgl.opencl.CL10.CL_DEVICE_COMPILER_AVAILABLE;
import static org.lwjgl.opencl.CL10.CL_DEVICE_EXTENSIONS;
import static org.lwjgl.opencl.CL10.CL_DEVICE_MAX_WORK_ITEM_SIZES;
import static org.lwjgl.opencl.CL10.CL_DEVICE_NAME;
import static org.lwjgl.opencl.CL10.CL_DEVICE_SINGLE_FP_CONFIG;
import static org.lwjgl.opencl.CL10.CL_DEVICE_TYPE;
import static org.lwjgl.opencl.CL10.CL_DEVICE_TYPE_GPU;
import static org.lwjgl.opencl.CL10.CL_DRIVER_VERSION;
import static org.lwjgl.opencl.CL10.CL_FP_DENORM;
import static org.lwjgl.opencl.CL12.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lwjgl.BufferUtils;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A device by its handle, with what it says of itself. */
record Device(long handle) {

  /** Its model and the version of its driver. */
  String version() {
    return text(CL_DEVICE_NAME) + ", driver " + text(CL_DRIVER_VERSION);
  }

  boolean isGpu() {
    return (flags(CL_DEVICE_TYPE) & CL_DEVICE_TYPE_GPU) != 0;
  }

  boolean hasDoubles() {
    return Arrays.asList(text(CL_DEVICE_EXTENSIONS).split(" ")).contains("cl_khr_fp64");
  }

  /** Whether float32 division can be correctly rounded. */
  boolean dividesExactly() {
    return (flags(CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0;
  }

  /** Whether it says that float32 numbers below the smallest normal one stay what they are. */
  boolean keepsSubnormals() {
    return (flags(CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_DENORM) != 0;
  }

  /** The longest work-group along the first dimension. */
  int longestGroup() {
    long items = PointerBuffer.get(info(CL_DEVICE_MAX_WORK_ITEM_SIZES));
    return (int) Math.min(Integer.MAX_VALUE, items);
  }

  /** Whether it is in working order and its driver can compile kernels. */
  boolean isUsable() {
    return info(CL_DEVICE_AVAILABLE).getInt(0) != 0
        && info(CL_DEVICE_COMPILER_AVAILABLE).getInt(0) != 0;
  }

  private long flags(int property) {
    return info(property).getLong(0);
  }

  private String text(int property) {
    ByteBuffer bytes = info(property);
    return MemoryUtil.memUTF8(bytes, bytes.remaining() - 1).strip();
  }

  private ByteBuffer info(int property) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      OpenClException.check(
          "clGetDeviceInfo", CL10.clGetDeviceInfo(handle, property, (ByteBuffer) null, size));
      ByteBuffer bytes = BufferUtils.createByteBuffer((int) size.get(0));
      OpenClException.check("clGetDeviceInfo", CL10.clGetDeviceInfo(handle, property, bytes, null));
      return bytes;
    }
  }
}
