package io.crosscheck.mutant;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.CheckedBackend;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Kernel;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Certified;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.stream.Collectors;

/** A right implementation that takes another value than the reference at a choice, unsaid. */
public record Chosen(String operation, Choice choice, String value) {

  public Backend backend() {
    Description right = new Honest().backend().description();
    Choices choices = Choices.of(Map.of(choice, value));
    Map<String, Kernel> kernels =
        Catalogue.operations().stream()
            .collect(Collectors.toMap(Operation::name, o -> (a, h) -> nearest(o, a, h, choices)));
    return new Stranger(right, kernels, choices);
  }

  private static final class Stranger extends CheckedBackend {
    Stranger(Description right, Map<String, Kernel> kernels, Choices choices) {
      super(Description.of("stranger", "1", right.operations()), kernels, choices);
    }
  }

  /** The exact results, rounded. */
  private static Tensor nearest(Operation o, Arguments arguments, Header header, Choices choices) {
    Certified certified = Certified.of(o, arguments, choices);
    double[] numbers = new double[header.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      certified.refine(i);
      numbers[i] = certified.enclosure(i).estimate();
      if (choices.is(Choice.SUBNORMALS, "flushed")
          && header.dtype().isFloat()
          && Math.abs(numbers[i]) < header.dtype().smallestNormal()) {
        numbers[i] = Math.copySign(0, numbers[i]);
      }
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

  @Override
  public String toString() {
    return operation + " where " + choice.token() + " is " + value;
  }
}
