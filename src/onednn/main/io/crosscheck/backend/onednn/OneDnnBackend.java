package io.crosscheck.backend.onednn;

import io.crosscheck.backend.Description;
import io.crosscheck.backend.LibraryBackend;
import io.crosscheck.operation.Arguments;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;

/**
 * oneDNN's primitives on the CPU. It claims an operation in a dtype where oneDNN makes a primitive
 * of it on this machine, and hands an axis on as it is, one below 0 too.
 */
public final class OneDnnBackend extends LibraryBackend {

  private static final Map<String, Primitive.Kind> KINDS =
      Map.of(
          "softmax", new Primitive.Kind(dnnl.dnnl_softmax_accurate, true),
          "log_softmax", new Primitive.Kind(dnnl.dnnl_softmax_log, true),
          "sigmoid", new Primitive.Kind(dnnl.dnnl_eltwise_logistic, false));

  private final Primitive primitive = new Primitive();

  @Override
  protected Optional<Function<Arguments, Tensor>> function(String operation) {
    return Optional.ofNullable(KINDS.get(operation))
        .map(k -> a -> primitive.apply(k, a.input("logits"), k.hasAxis() ? a.integer("axis") : 0));
  }

  @Override
  public Description description() {
    Map<String, Set<DType>> operations = new TreeMap<>();
    KINDS.forEach((name, kind) -> operations.put(name, dtypes(kind)));
    dnnl_version_t version = dnnl.dnnl_version();
    return new Description(
        "onednn-java",
        version.major() + "." + version.minor() + "." + version.patch(),
        "Java",
        "https://uxlfoundation.github.io/oneDNN",
        operations,
        Map.of(),
        Optional.empty());
  }

  private Set<DType> dtypes(Primitive.Kind kind) {
    Set<DType> dtypes = EnumSet.noneOf(DType.class);
    for (DType dtype : Primitive.TYPES.keySet()) {
      try {
        primitive.apply(kind, Tensor.ofNumbers(dtype, Shape.of(1, 2), 0, 0), 1);
        dtypes.add(dtype);
      } catch (UnsupportedOperationException e) {
        // Said by its absence.
      }
    }
    return dtypes;
  }

  @Override
  public void close() {
    primitive.close();
  }
}
