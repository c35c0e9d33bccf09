package io.crosscheck.backend.opencl;

import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Descriptions;
import io.crosscheck.backend.Kernel;
import io.crosscheck.backend.PlainKernels;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.tensor.DType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every operation with an exponential or a logarithm on an OpenCL device, exact ones on the host.
 * The device computes in float32, and in float64 for that dtype where it can; results of the 16-bit
 * dtypes are rounded once more on the host.
 */
final class OpenClBackend extends CheckedBackend {

  private final Session session;

  private OpenClBackend(Session session, Map<String, Kernel> kernels, Description description) {
    super(description, kernels, Choices.defaults());
    this.session = session;
  }

  /** A backend on the preferred device. */
  static OpenClBackend open() {
    Availability.check()
        .ifPresent(
            reason -> {
              throw new OpenClException(reason);
            });
    Device device = Devices.preferred().orElseThrow();
    Session session = new Session(device);
    try {
      Map<String, Kernel> onDevice = onDevice(session);
      Map<String, Kernel> kernels = new TreeMap<>(PlainKernels.plain());
      kernels.putAll(onDevice);
      Map<String, Set<DType>> claims = new TreeMap<>(PlainKernels.claims(kernels));
      if (!device.hasDoubles()) {
        onDevice.keySet().forEach(o -> claims.computeIfPresent(o, (name, d) -> withoutDoubles(d)));
      }
      return new OpenClBackend(session, kernels, description(session, claims));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static Map<String, Kernel> onDevice(Session session) {
    Map<String, Kernel> kernels = new TreeMap<>();
    kernels.putAll(new SoftmaxKernels(session).byOperation());
    kernels.putAll(new CategoricalKernels(session).byOperation());
    kernels.putAll(new SparseKernels(session).byOperation());
    kernels.putAll(new BinaryKernels(session).byOperation());
    kernels.putAll(new GradientKernels(session).byOperation());
    kernels.put("masked_mean", new MeanKernel(session));
    return kernels;
  }

  private static Set<DType> withoutDoubles(Set<DType> dtypes) {
    Set<DType> fewer = EnumSet.copyOf(dtypes);
    fewer.remove(DType.FLOAT64);
    return fewer;
  }

  /** The built-in choices, but what becomes of subnormals is for the device to say. */
  private static Description description(Session session, Map<String, Set<DType>> claims) {
    Description plain = Descriptions.builtIn("opencl", claims);
    Map<String, String> choices = new TreeMap<>(plain.choices());
    Optional<String> subnormals = Subnormals.observed(session);
    choices.remove(Choice.SUBNORMALS.token());
    subnormals.ifPresent(value -> choices.put(Choice.SUBNORMALS.token(), value));
    return new Description(
        plain.name(),
        session.device().version(),
        "OpenCL C",
        plain.url(),
        claims,
        Map.copyOf(choices),
        plain.dialect());
  }

  @Override
  public void close() {
    session.close();
  }
}
