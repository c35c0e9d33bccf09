package io.crosscheck.backend.reference;

import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Descriptions;
import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers every operation with the exact result rounded to nearest, ties to even. */
final class ReferenceBackend extends CheckedBackend {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);

  ReferenceBackend() {
    super(Descriptions.builtIn("reference", claims()), kernels(), Choices.defaults());
  }

  private static Map<String, Set<DType>> claims() {
    return Catalogue.operations().stream()
        .collect(Collectors.toMap(Operation::name, ReferenceBackend::dtypes));
  }

  /** Operations whose attribute names the result's dtype make any, the others compute in floats. */
  private static Set<DType> dtypes(Operation operation) {
    boolean any =
        operation.signature().attributes().stream().anyMatch(a -> a.name().equals("dtype"));
    return any ? EnumSet.allOf(DType.class) : FLOATS;
  }

  private static Map<String, Kernel> kernels() {
    Function<Operation, Kernel> kernel = operation -> (a, header) -> round(operation, a, header);
    return Catalogue.operations().stream().collect(Collectors.toMap(Operation::name, kernel));
  }

  private static Tensor round(Operation operation, Arguments arguments, Header header) {
    Certified certified = Certified.of(operation, arguments, Choices.defaults());
    double[] numbers = new double[header.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = round(certified, i, header.dtype());
    }
    if (header.dtype().isFloat()) {
      return Tensor.ofNumbers(header.dtype(), header.shape(), numbers);
    }
    long[] integers = new long[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (long) numbers[i];
    }
    return Tensor.ofIntegers(header.dtype(), header.shape(), integers);
  }

  private static double round(Certified certified, int i, DType dtype) {
    OptionalDouble special = certified.enclosure(i).special();
    if (special.isPresent() || !dtype.isFloat()) {
      return certified.enclosure(i).estimate();
    }
    OptionalDouble rounded = certified.enclosure(i).rounded(dtype);
    while (rounded.isEmpty()) {
      certified.refine(i);
      rounded = certified.enclosure(i).rounded(dtype);
    }
    return rounded.getAsDouble();
  }
}
