package io.crosscheck.backend.tensorflow;

import io.crosscheck.backend.Description;
import io.crosscheck.backend.LibraryBackend;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
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
import org.tensorflow.EagerSession;
import org.tensorflow.Operand;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/**
 * TensorFlow's operators on the CPU, run eagerly. What it calls unimplemented is unsupported, what
 * it throws another error for is refused with {@code other}.
 */
public final class TensorFlowBackend extends LibraryBackend {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);

  @Override
  protected Optional<Function<Arguments, Tensor>> function(String operation) {
    return Optional.ofNullable(TensorFlowOperators.BY_OPERATION.get(operation))
        .map(f -> arguments -> call(f, arguments));
  }

  private static Tensor call(
      BiFunction<Ops, Arguments, Operand<?>> operator, Arguments arguments) {
    try (EagerSession session = EagerSession.create()) {
      return TensorFlowTensors.read(operator.apply(Ops.create(session), arguments).asTensor());
    } catch (TFUnimplementedException e) {
      throw new UnsupportedOperationException(e.getMessage(), e);
    } catch (TensorFlowException | IllegalArgumentException e) {
      throw new RefusedException(RefusalCode.OTHER, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Description description() {
    Map<String, Set<DType>> operations = new TreeMap<>();
    TensorFlowOperators.BY_OPERATION.keySet().forEach(name -> operations.put(name, FLOATS));
    operations.put("one_hot", EnumSet.allOf(DType.class));
    return new Description(
        "tensorflow-java",
        TensorFlow.version(),
        "Java",
        "https://www.tensorflow.org/jvm",
        operations,
        Map.of(),
        Optional.empty());
  }
}
