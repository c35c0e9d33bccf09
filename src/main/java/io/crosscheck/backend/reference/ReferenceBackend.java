package io.crosscheck.backend.reference;

import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Descriptions;
import io.crosscheck.backend.Kernel;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Tensor;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers every operation with the exact result rounded to nearest, ties to even, by its own
 * choices or by those of a dialect.
 */
final class ReferenceBackend extends CheckedBackend {

  private static final Set<DType> FLOATS =
      EnumSet.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64);

  private ReferenceBackend(Description description, Map<Choice, String> choices) {
    super(description, kernels(choices), Choices.of(choices));
  }

  /** The reference with its own value at every choice. */
  static ReferenceBackend ownChoices() {
    return new ReferenceBackend(Descriptions.builtIn("reference", claims()), Map.of());
  }

  /** The reference with a dialect's value at every choice that it settles. */
  static ReferenceBackend of(Dialect dialect) {
    return new ReferenceBackend(
        Descriptions.builtIn("reference", claims(), dialect), dialect.values());
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

  private static Map<String, Kernel> kernels(Map<Choice, String> choices) {
    Function<Operation, Kernel> kernel =
        operation ->
            (arguments, header) ->
                rounded(Certified.of(operation, arguments, Choices.of(choices)), header);
    return Catalogue.operations().stream().collect(Collectors.toMap(Operation::name, kernel));
  }

  private static Tensor rounded(Certified certified, Header header) {
    double[] numbers = new double[header.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = certified.rounded(i);
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
}
