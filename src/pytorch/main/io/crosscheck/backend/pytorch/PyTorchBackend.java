package io.crosscheck.backend.pytorch;

import io.crosscheck.backend.Description;
import io.crosscheck.backend.LibraryBackend;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;

/**
 * PyTorch's C++ library on the CPU, one thread. What it throws an error for is refused with {@code
 * other}.
 */
public final class PyTorchBackend extends LibraryBackend {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);

  /** Loads the library. */
  public PyTorchBackend() {
    // Two threads that wait for each other cost more than these small tensors.
    torch.set_num_threads(1);
  }

  @Override
  protected Optional<Function<Arguments, Tensor>> function(String operation) {
    return Optional.ofNullable(TorchFunctions.BY_OPERATION.get(operation))
        .map(f -> arguments -> call(f, arguments));
  }

  private static Tensor call(
      Function<Arguments, org.bytedeco.pytorch.Tensor> function, Arguments arguments) {
    try (PointerScope scope = new PointerScope()) {
      return TorchTensors.read(function.apply(arguments));
    } catch (RefusedException | UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  @Override
  public Description description() {
    Map<String, Set<DType>> operations = new TreeMap<>();
    TorchFunctions.BY_OPERATION.keySet().forEach(name -> operations.put(name, FLOATS));
    operations.put("one_hot", EnumSet.of(DType.INT64));
    operations.put("kl_divergence", EnumSet.of(DType.FLOAT32, DType.FLOAT64));
    return new Description(
        "pytorch-java",
        version(),
        "Java",
        "https://pytorch.org",
        operations,
        Map.of(),
        Optional.empty());
  }

  // The C++ library doesn't say its version; its artifact does, that of JavaCPP behind it.
  private static String version() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch").replaceFirst("-.*", "");
    } catch (IOException e) {
      throw new UncheckedIOException("the jar doesn't say PyTorch's version", e);
    }
  }
}
