package io.crosscheck.backend.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.ErrorBound;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.Terms;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.NumberLiteral;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Tests that need a device: without one they are skipped, and say why. */
abstract class OnDevice {

  private static @Nullable Backend backend;

  @BeforeAll
  static void open() {
    Optional<String> reason = new OpenClBackendProvider().unavailability();
    reason.ifPresent(r -> System.err.println("OpenCL tests skipped: " + r));
    Assumptions.assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    backend = new OpenClBackendProvider().create();
  }

  @AfterAll
  static void close() {
    if (backend != null) {
      backend.close();
      backend = null;
    }
  }

  static Backend backend() {
    return Objects.requireNonNull(backend);
  }

  /** A tensor of these elements, each rounded to {@code dtype}. */
  static Tensor tensor(DType dtype, Shape shape, double... values) {
    return Tensor.ofNumbers(dtype, shape, values);
  }

  static Tensor row(double... values) {
    return Tensor.ofNumbers(DType.FLOAT32, Shape.of(values.length), values);
  }

  static Tensor labels(long... values) {
    return Tensor.ofIntegers(DType.INT64, Shape.of(values.length), values);
  }

  static Tensor compute(String operation, Map<String, Tensor> inputs, Map<String, Object> with) {
    Answer answer = backend().answer(new Request(operation, new Arguments(inputs, with)));
    return assertInstanceOf(Answer.Output.class, answer, () -> String.valueOf(answer)).tensor();
  }

  static Tensor compute(String operation, Map<String, Tensor> inputs) {
    return compute(operation, inputs, Map.of());
  }

  /** The result's elements, or a failure if their number or the shape differ. */
  static void assertExactly(Tensor actual, Shape shape, double... expected) {
    assertEquals(shape, actual.shape());
    for (int i = 0; i < expected.length; i++) {
      int at = i;
      // Adding 0 makes one of both zeros: their sign is not judged.
      assertEquals(
          expected[i] + 0.0, actual.number(i) + 0.0, () -> "element " + at + ": " + actual);
    }
  }

  /** Asserts that each element of the result lies within the specification's bound of its value. */
  static void assertWithin(
      Profile profile,
      String operation,
      Map<String, Tensor> inputs,
      Map<String, Object> with,
      BigDecimal[] expected) {
    Tensor actual = compute(operation, inputs, with);
    assertEquals(expected.length, actual.size());
    Operation specified = Catalogue.find(operation).orElseThrow();
    Arguments bound = specified.signature().bind(new Arguments(inputs, with));
    DType dtype = actual.dtype();
    DType computed = dtype.isHalf() ? DType.FLOAT32 : dtype;
    ErrorBound errors = specified.bound(bound, new Terms(profile, computed));
    for (int i = 0; i < expected.length; i++) {
      double value = expected[i].doubleValue();
      double rounding = dtype.isHalf() ? dtype.ulp(value) / 2 : 0;
      double allowed = errors.at(i, value) + rounding + 2 * dtype.smallestSubnormal();
      double error = new BigDecimal(actual.number(i)).subtract(expected[i]).abs().doubleValue();
      int at = i;
      assertTrue(
          error <= allowed,
          () ->
              operation
                  + " element "
                  + at
                  + " is "
                  + actual.number(at)
                  + ", exactly "
                  + value
                  + ": error "
                  + error
                  + " exceeds "
                  + allowed);
    }
  }

  /** A literal that pins a value to its last digit, in float32. */
  static void assertNear(String literal, double actual) {
    double expected = NumberLiteral.parse(literal, DType.FLOAT64);
    double unit = new BigDecimal(literal).ulp().doubleValue();
    assertEquals(expected, actual, unit);
  }
}
