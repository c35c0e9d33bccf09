package io.crosscheck.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.dialect.Agreement;
import io.crosscheck.dialect.Dialect;
import io.crosscheck.dialect.Dialects;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObservationTest {

  private static final List<String> DIALECTS = Dialects.NAMES;

  static Stream<Arguments> values() {
    return Arrays.stream(Choice.values())
        .flatMap(choice -> choice.allowed().stream().map(value -> Arguments.of(choice, value)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whoever_takes_a_value_is_seen_to_take_it_and_no_other(Choice choice, String value) {
    Dialect one =
        new Dialect(
            "one",
            "One",
            "",
            Map.of(choice, new Dialect.Settled(value, "this test", Optional.empty())));
    assertEquals(Optional.of(value), observation(choice, silent(reference(one))).value());
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void whoever_speaks_a_dialect_is_nearest_to_it_and_differs_nowhere(String name) {
    Dialect dialect = Dialects.named(name).orElseThrow();
    List<Agreement> nearest =
        Agreement.nearest(Observation.values(Observation.of(underTest(reference(dialect)))));
    assertEquals(List.of(name), nearest.stream().map(a -> a.dialect().name()).toList());
    assertEquals(List.of(), nearest.get(0).differing());
    assertEquals(dialect.settled().keySet(), Set.copyOf(nearest.get(0).agreed()));
  }

  @Test
  void what_no_value_allows_has_no_value_and_is_kept_as_evidence() {
    Backend two =
        new Backend() {
          @Override
          public Description description() {
            return Description.of("two", "1", Map.of("softmax", Set.of(DType.FLOAT32)));
          }

          @Override
          public Answer answer(Request request) {
            return new Answer.Output(Tensor.ofFloats(Shape.of(), 2));
          }
        };
    Observation scalar = observation(Choice.SOFTMAX_SCALAR, two);
    assertEquals(Optional.empty(), scalar.value());
    assertEquals(
        List.of(new Evidence("softmax of logits = float32 2", "2", Set.of())), scalar.evidence());
    Observation argmax = observation(Choice.ARGMAX_NOT_A_NUMBER, two);
    assertEquals(Optional.empty(), argmax.value());
    assertTrue(argmax.evidence().isEmpty());
    assertEquals(Set.of("argmax"), argmax.unclaimed());
  }

  private static Observation observation(Choice choice, Backend backend) {
    return Observation.of(underTest(backend)).stream()
        .filter(o -> o.choice() == choice)
        .findFirst()
        .orElseThrow();
  }

  private static UnderTest underTest(Backend backend) {
    return new UnderTest(backend, Profile.STANDARD);
  }

  /** The same, declaring nothing. */
  private static Backend silent(Backend backend) {
    return new Backend() {
      @Override
      public Description description() {
        return Description.of("silent", "1", backend.description().operations());
      }

      @Override
      public Answer answer(Request request) {
        return backend.answer(request);
      }
    };
  }

  private static Backend reference(Dialect dialect) {
    return Backends.create(Backends.available("reference"), dialect);
  }
}
