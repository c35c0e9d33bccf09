package io.crosscheck.search;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Catalogue;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HuntTest {

  private static final long ENOUGH = 3000;

  private static Form form(String operation, DType dtype) {
    return Form.of(Catalogue.find(operation).orElseThrow(), dtype, Map.of());
  }

  private static Hunt hunt(Form form, Backend backend, long seed) {
    return new Hunt(form, Optional.empty(), seed, new UnderTest(backend, Profile.STANDARD));
  }

  private static Find find(WeakSoftmax softmax, DType dtype) {
    Hunt hunt = hunt(form("softmax", dtype), softmax.backend(), 1);
    hunt.run(Budget.ofEvaluations(ENOUGH), done -> {});
    return hunt.find().orElseThrow();
  }

  /** Eleven draws of 10 and of 100 classes, of the size that domains have. */
  private static List<Request> twentyTwoCases(DType dtype) {
    List<Request> cases = new ArrayList<>();
    for (String family :
        List.of(
            "normal 0.1",
            "normal 1",
            "normal 5",
            "uniform -1 1",
            "sorted 5",
            "dominant 8",
            "dominant 17",
            "equal 0",
            "equal 1",
            "offset 10",
            "alternating 5")) {
      for (int classes : new int[] {10, 100}) {
        Tensor logits = Generator.draw(family, dtype, Shape.of(classes), classes);
        cases.add(form("softmax", dtype).request(Map.of("logits", logits)));
      }
    }
    return cases;
  }

  private static boolean passesAll(WeakSoftmax softmax, DType dtype) {
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    return twentyTwoCases(dtype).stream()
        .allMatch(request -> judge.judge(request, softmax.backend().answer(request)).passed());
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_CHAIN, FLOAT32",
    "SHORT_POLYNOMIAL, FLOAT32",
    "NO_SHIFT, FLOAT32",
    "NO_SHIFT, FLOAT64",
    "ROUNDED_THROUGHOUT, FLOAT16"
  })
  void a_fault_that_twenty_two_cases_miss_is_found(WeakSoftmax softmax, DType dtype) {
    assertThat(twentyTwoCases(dtype).size(), is(22));
    assertThat("passes 22 cases", passesAll(softmax, dtype), is(true));
    Find find = find(softmax, dtype);
    assertThat(find.verdict().message(), find.isViolation(), is(true));
    assertThat(find.overBound(), greaterThan(1.0));
  }

  /** Why is derived in src/changes/decisions. */
  @ParameterizedTest
  @CsvSource({
    "EPSILON, FLOAT32",
    "ROUNDED_RECIPROCAL, FLOAT16",
    "ROUNDED_RECIPROCAL, BFLOAT16",
    "ROUNDED_RECIPROCAL, FLOAT32"
  })
  void a_fault_within_the_proved_bound_is_none(WeakSoftmax softmax, DType dtype) {
    Find find = find(softmax, dtype);
    assertThat(find.verdict().message(), find.isViolation(), is(false));
    assertThat(find.overBound(), lessThan(1.0));
  }

  @Test
  void an_epsilon_that_float32_hides_shows_in_float64() {
    assertThat(find(WeakSoftmax.EPSILON, DType.FLOAT64).overBound(), greaterThan(1e6));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16", "FLOAT32", "FLOAT64"})
  void an_honest_softmax_stays_inside(DType dtype) {
    assertThat(find(WeakSoftmax.HONEST, dtype).overBound(), lessThanOrEqualTo(0.97));
  }

  @Test
  void what_overflows_is_made_as_small_as_it_can_be() {
    Find find = find(WeakSoftmax.NO_SHIFT, DType.FLOAT32);
    Tensor logits = find.request().arguments().input("logits");
    assertThat(logits.shape(), is(Shape.of(1)));
    assertThat(find.shrunk(), is(Shape.of(1)));
    // exp overflows from 88.72 on; 100 is the number of one digit that 103.97 is rounded to.
    assertThat(logits.number(0), is(100.0));
  }

  @Test
  void a_long_chain_keeps_the_classes_that_it_needs_and_gets_round_numbers() {
    Find find = find(WeakSoftmax.ONE_CHAIN, DType.FLOAT32);
    Tensor logits = find.request().arguments().input("logits");
    // S(n) allows 256 additions in one chain and 20 more, whatever they lose.
    assertThat(logits.size(), greaterThan(256));
    assertThat(logits.size(), lessThan(400));
    assertThat(java.util.Arrays.stream(logits.toDoubles()).distinct().count(), is(2L));
    assertThat(
        ScenarioText.of("s", find.request()).get(1), containsString("drawn from stagnation"));
  }

  @Test
  void the_same_seed_and_number_of_evaluations_find_the_same() {
    List<Find> finds =
        Stream.of(7L, 7L, 8L)
            .map(
                seed -> {
                  Form form = form("softmax", DType.FLOAT32);
                  Hunt hunt = hunt(form, WeakSoftmax.SHORT_POLYNOMIAL.backend(), seed);
                  hunt.run(Budget.ofEvaluations(700), done -> {});
                  assertThat(hunt.evaluations(), is(700L));
                  return hunt.find().orElseThrow();
                })
            .toList();
    assertThat(finds.get(0).request(), is(finds.get(1).request()));
    assertThat(finds.get(0).request().equals(finds.get(2).request()), is(false));
  }

  @Test
  void an_input_that_breaks_the_implementation_is_a_find() {
    Hunt hunt = hunt(form("softmax", DType.FLOAT32), fragile(), 1);
    hunt.run(Budget.ofEvaluations(ENOUGH), done -> {});
    Find find = hunt.find().orElseThrow();
    assertThat(find.isViolation(), is(true));
    assertThat(find.verdict().outcome(), is(Outcome.ERRORED));
    assertThat(find.verdict().message(), containsString("too large"));
    assertThat(hunt.evaluations(), lessThan(ENOUGH));
  }

  /** Right below 50, and an exception beyond. */
  private static Backend fragile() {
    Backend right = WeakSoftmax.HONEST.backend();
    return new Backend() {
      @Override
      public Description description() {
        return right.description();
      }

      @Override
      public Answer answer(Request request) {
        for (double x : request.arguments().input("logits").toDoubles()) {
          if (x > 50) {
            throw new IllegalStateException("too large");
          }
        }
        return right.answer(request);
      }
    };
  }

  static Stream<Arguments> searchable() {
    return Slots.searchable().stream().map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("searchable")
  void every_operation_with_an_error_can_be_searched_and_cpu_stays_inside(String operation) {
    try (Backend cpu = Backends.create(Backends.available("cpu"))) {
      Hunt hunt = hunt(form(operation, DType.FLOAT32), cpu, 3);
      hunt.run(Budget.ofEvaluations(150), done -> {});
      Find find = hunt.find().orElseThrow();
      assertThat(find.verdict().message(), find.isViolation(), is(false));
      assertThat(find.overBound(), greaterThan(0.0));
      assertThat(find.verdict().measurement().orElse(null), is(notNullValue()));
    }
  }

  @Test
  void operations_left_out_have_exact_results_only() {
    Set<String> exact =
        Set.of(
            "one_hot",
            "sequence_mask",
            "causal_mask",
            "last_relevant",
            "select_steps",
            "argmax",
            "categorical_accuracy",
            "sparse_categorical_accuracy",
            "binary_accuracy");
    for (Operation operation : Catalogue.operations()) {
      assertThat(
          operation.name(),
          Slots.of(operation.name(), false).isEmpty(),
          is(exact.contains(operation.name())));
    }
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> form("argmax", DType.FLOAT32));
    assertThat(refused.getMessage(), containsString("argmax are exact"));
  }
}
