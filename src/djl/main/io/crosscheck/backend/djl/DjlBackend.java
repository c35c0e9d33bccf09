package io.crosscheck.backend.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.LibraryBackend;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Deep Java Library over PyTorch on the CPU, one thread. What it throws an error for is refused
 * with {@code other}. Its bfloat16 isn't claimed: to make such an array aborts the process.
 */
public final class DjlBackend extends LibraryBackend {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.FLOAT32, DType.FLOAT64);

  private final Engine engine;

  /** Loads the library, which unpacks the engine into its cache the first time. */
  public DjlBackend() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Two threads that wait for each other cost more than these small tensors.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    // Without a logger SLF4J says on stderr that there is none.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    engine = Engine.getInstance();
  }

  @Override
  protected Optional<Function<Arguments, Tensor>> function(String operation) {
    return Optional.ofNullable(DjlFunctions.BY_OPERATION.get(operation))
        .map(f -> arguments -> call(f, arguments));
  }

  private Tensor call(BiFunction<NDManager, Arguments, NDArray> function, Arguments arguments) {
    try (NDManager manager = engine.newBaseManager(Device.cpu())) {
      return DjlTensors.read(function.apply(manager, arguments));
    } catch (RefusedException | UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  @Override
  public Description description() {
    Map<String, Set<DType>> operations = new TreeMap<>();
    DjlFunctions.BY_OPERATION.keySet().forEach(name -> operations.put(name, FLOATS));
    operations.put("one_hot", EnumSet.complementOf(EnumSet.of(DType.BFLOAT16)));
    return new Description(
        "djl",
        Engine.getDjlVersion() + " on " + engine.getEngineName() + " " + engine.getVersion(),
        "Java",
        "https://djl.ai",
        operations,
        Map.of(),
        Optional.empty());
  }
}
