package io.crosscheck.backend.opencl;

import static org.lwjgl.opencl.CL10.CL_DEVICE_NOT_FOUND;
import static org.lwjgl.opencl.CL10.CL_DEVICE_TYPE_ALL;
import static org.lwjgl.opencl.KHRICD.CL_PLATFORM_NOT_FOUND_KHR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryUtil;

/** The OpenCL devices of this machine. */
final class Devices {

  private Devices() {}

  /** The first usable GPU, or else the first usable device. */
  static Optional<Device> preferred() {
    List<Device> usable =
        platforms().stream().flatMap(p -> of(p).stream()).filter(Device::isUsable).toList();
    return usable.stream().filter(Device::isGpu).findFirst().or(() -> usable.stream().findFirst());
  }

  /** The handles of the installed platforms. */
  static List<Long> platforms() {
    return handles(
        "clGetPlatformIDs", CL_PLATFORM_NOT_FOUND_KHR, (ids, n) -> CL10.clGetPlatformIDs(ids, n));
  }

  private static List<Device> of(long platform) {
    return handles(
            "clGetDeviceIDs",
            CL_DEVICE_NOT_FOUND,
            (ids, n) -> CL10.clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, ids, n))
        .stream()
        .map(Device::new)
        .toList();
  }

  /** Asks twice, as these calls want it: for the number of handles, then for the handles. */
  private static List<Long> handles(String call, int statusOfNone, Listing listing) {
    int[] count = new int[1];
    int status = listing.list(null, count);
    if (status == statusOfNone) {
      return List.of();
    }
    OpenClException.check(call, status);
    List<Long> handles = new ArrayList<>();
    if (count[0] > 0) {
      PointerBuffer ids = MemoryUtil.memAllocPointer(count[0]);
      try {
        OpenClException.check(call, listing.list(ids, null));
        for (int i = 0; i < count[0]; i++) {
          handles.add(ids.get(i));
        }
      } finally {
        MemoryUtil.memFree(ids);
      }
    }
    return handles;
  }

  private interface Listing {
    int list(@Nullable PointerBuffer ids, int @Nullable [] count);
  }
}
