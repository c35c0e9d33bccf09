package io.crosscheck.search;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.Description;
import io.crosscheck.backend.Request;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {

  private static final Backend CPU = Backends.create(Backends.available("cpu"));

  private static UnaryCase unary(String operation) {
    return UnaryCase.all().stream()
        .filter(c -> c.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private static Swept sweep(String operation, DType format, Backend backend) {
    return new Sweep(format, new UnderTest(backend, Profile.STANDARD)).of(unary(operation));
  }

  /** cpu's answers, each number of them changed as {@code change} says of it and its x. */
  private static Backend changed(BiFunction<Double, Double, Double> change) {
    return new Backend() {
      @Override
      public Description description() {
        return CPU.description();
      }

      @Override
      public Answer answer(Request request) {
        Tensor x = request.arguments().input("logits");
        Tensor y = ((Answer.Output) CPU.answer(request)).tensor();
        double[] numbers = y.toDoubles();
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = change.apply(x.number(i), numbers[i]);
        }
        return new Answer.Output(Tensor.ofNumbers(y.dtype(), y.shape(), numbers));
      }
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void cpu_is_right_on_every_pattern(DType format) {
    for (UnaryCase unary : UnaryCase.all()) {
      Swept swept = new Sweep(format, new UnderTest(CPU, Profile.STANDARD)).of(unary);
      assertThat(unary + " " + swept.words(), swept.failures(), is(0L));
      // Of probabilities the patterns from 0 up to 1, and −0.
      long patterns = unary.least() < 0 ? 65_536 : format == DType.FLOAT16 ? 15_362 : 16_258;
      assertThat(unary.toString(), swept.judged(), is(patterns));
      assertThat(unary.toString(), swept.worstOverBound(), lessThanOrEqualTo(0.97));
      long counted = swept.between(0, 0.5) + swept.between(0.5, Double.POSITIVE_INFINITY);
      assertThat(unary.toString(), counted, is(swept.elements()));
    }
  }

  @Test
  void one_wrong_number_of_65_536_is_found_and_named() {
    Backend wrong = changed((x, y) -> x == 1.5 ? 0.875 : y);
    Swept swept = sweep("sigmoid", DType.FLOAT16, wrong);
    assertThat(swept.judged(), is(65_536L));
    assertThat(swept.failures(), is(1L));
    assertThat(swept.words(), hasSize(1));
    assertThat(swept.words().get(0), startsWith("x = 1.5 (0x3e00): sigmoid (float16): 1 of 1"));
    // sigmoid(1.5) = 0.81757447619364…, and an ulp there is 2^-11.
    assertThat(swept.worstUlp(), closeTo((0.875 - 0.81757447619364) * 2048, 0.01));
    assertThat(swept.between(64, 128), is(1L));
    assertThat(swept.worstOverBound(), greaterThan(50.0));
  }

  @Test
  void an_infinity_or_nan_in_the_wrong_place_counts_once() {
    Backend wrong = changed((x, y) -> Double.isInfinite(x) ? Double.valueOf(Double.NaN) : y);
    assertThat(sweep("sigmoid", DType.BFLOAT16, wrong).failures(), is(2L));
  }

  @Test
  void numbers_that_only_contradict_each_other_are_wrong() {
    // NaN stays where it is at one place, and spreads at another.
    boolean[] spread = {false};
    Backend wrong =
        new Backend() {
          @Override
          public Description description() {
            return Description.of("two minds", "1", CPU.description().operations());
          }

          @Override
          public Answer answer(Request request) {
            Tensor y = ((Answer.Output) CPU.answer(request)).tensor();
            double[] numbers = y.toDoubles();
            for (int i = 0; i < numbers.length; i += 2) {
              if (Double.isNaN(numbers[i])) {
                spread[0] = !spread[0];
                numbers[i + 1] = spread[0] ? Double.NaN : 0;
              }
            }
            return new Answer.Output(Tensor.ofNumbers(y.dtype(), y.shape(), numbers));
          }
        };
    Swept swept = sweep("softmax", DType.FLOAT16, wrong);
    assertThat(swept.failures(), greaterThan(0L));
    assertThat(swept.words().get(0), containsString(" together: softmax"));
  }

  @Test
  void answers_that_fit_nothing_count_for_all_their_inputs() {
    Backend wrong =
        new Backend() {
          @Override
          public Description description() {
            return CPU.description();
          }

          @Override
          public Answer answer(Request request) {
            return new Answer.Output(Tensor.ofNumbers(DType.FLOAT16, Shape.of(), 1));
          }
        };
    Swept swept = sweep("log_sum_exp", DType.FLOAT16, wrong);
    assertThat(swept.failures(), is(65_536L));
    assertThat(swept.words(), hasSize(3));
    assertThat(swept.words().get(0), containsString("expected float16 of shape [4096]"));
  }

  @Test
  void what_is_declined_is_not_judged() {
    Backend declines =
        new Backend() {
          @Override
          public Description description() {
            return CPU.description();
          }

          @Override
          public Answer answer(Request request) {
            return new Answer.Unsupported("not today");
          }
        };
    Swept swept = sweep("sigmoid", DType.FLOAT16, declines);
    assertThat(swept.judged(), is(0L));
    assertThat(swept.unsupported(), is(65_536L));
    assertThat(swept.words(), hasItem("not supported: not today"));
  }

  @Test
  void the_cases_are_of_the_catalogue_s_operations_in_its_order() {
    List<String> operations =
        UnaryCase.all().stream().map(UnaryCase::operation).distinct().toList();
    assertThat(operations.get(0), is("softmax"));
    assertThat(operations.get(operations.size() - 1), is("sigmoid_cross_entropy_gradient"));
    assertThat(operations, hasSize(12));
  }
}
