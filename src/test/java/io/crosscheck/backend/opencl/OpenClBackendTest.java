package io.crosscheck.backend.opencl;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Description;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenClBackendTest extends OnDevice {

  @Test
  void it_claims_every_operation_of_the_catalogue() {
    TreeSet<String> all = new TreeSet<>();
    Catalogue.operations().stream().map(Operation::name).forEach(all::add);
    assertEquals(all, new TreeSet<>(backend().description().operations().keySet()));
  }

  @Test
  void it_names_the_device_and_its_driver() {
    Description description = backend().description();
    assertEquals("opencl", description.name());
    assertEquals("OpenCL C", description.language());
    assertThat(description.version(), containsString(", driver "));
    assertFalse(description.version().contains("\0"));
  }

  @Test
  void doubles_are_claimed_where_the_device_has_them() {
    boolean doubles = Devices.preferred().orElseThrow().hasDoubles();
    Description description = backend().description();
    assertEquals(doubles, description.claims("softmax", DType.FLOAT64));
    assertEquals(doubles, description.claims("sequence_loss", DType.FLOAT64));
    assertTrue(description.claims("one_hot", DType.FLOAT64));
    assertTrue(description.claims("softmax", DType.BFLOAT16));
  }

  @Test
  void operations_without_rounding_are_there_too() {
    Tensor values = row(3, 9, 9);
    assertEquals(1, compute("argmax", Map.of("values", values)).integer(0));
    Map<String, Object> mean = Map.of("reduction", "mean");
    assertExactly(compute("reduce_loss", Map.of("loss", values), mean), Shape.of(), 7);
  }

  @Test
  void the_same_input_gives_the_same_bits() {
    Tensor logits = row(new java.util.Random(1).doubles(5000, -9, 9).toArray());
    Tensor first = compute("softmax", Map.of("logits", logits));
    assertEquals(first, compute("softmax", Map.of("logits", logits)));
  }

  @Test
  void a_program_that_does_not_compile_shows_the_log() {
    try (Session session = new Session(Devices.preferred().orElseThrow())) {
      OpenClException e =
          assertThrows(
              OpenClException.class,
              () ->
                  new Program(
                      session.context(), session.device(), "", "kernel void f() { undeclared; }"));
      assertThat(e.getMessage(), containsString("CL_BUILD_PROGRAM_FAILURE (-11)"));
      assertThat(e.getMessage(), containsString("undeclared"));
    }
  }

  @Test
  void a_kernel_that_is_not_there_is_named_by_its_error() {
    try (Session session = new Session(Devices.preferred().orElseThrow())) {
      OpenClException e =
          assertThrows(OpenClException.class, () -> session.call(Precision.SINGLE, "nothing"));
      assertEquals("clCreateKernel failed with CL_INVALID_KERNEL_NAME (-46)", e.getMessage());
    }
  }
}
