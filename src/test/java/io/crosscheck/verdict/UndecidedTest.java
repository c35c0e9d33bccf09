package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.crosscheck.operation.Choice;
import io.crosscheck.tensor.DType;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Judgements that doubles can't tell apart end all the same. */
class UndecidedTest {

  private static <T> T soon(Supplier<T> judgement) {
    return assertTimeoutPreemptively(Duration.ofSeconds(60), judgement::get);
  }

  @Test
  void an_error_between_two_subnormals_of_which_the_smaller_is_allowed() {
    // e^-743.5 is 2.56 of the smallest subnormals, of which two are allowed.
    Question far =
        Question.of("softmax", DType.FLOAT64)
            .input("logits", "[0, -743.5]")
            .declaring(Choice.SUBNORMALS, "kept");
    assertThat(soon(() -> far.on("[1, 0]")).passed(), is(false));
    assertThat(soon(() -> far.on("[1, 4.9e-324]")).passed(), is(true));
    assertThat(soon(() -> far.on("[1, 20e-324]")).passed(), is(true));
    assertThat(soon(() -> far.on("[1, 25e-324]")).passed(), is(false));
  }

  @Test
  void a_double_far_from_an_irrational_value() {
    Question logits = Question.of("softmax", DType.FLOAT64).input("logits", "[1, 2, 3]");
    assertThat(soon(() -> logits.on("[0.5, 0.3, 0.2]")).passed(), is(false));
    assertThat(soon(() -> logits.on("[1e300, -1e300, 1e-300]")).passed(), is(false));
  }

  @Test
  void a_double_further_from_the_exact_value_than_doubles_reach() {
    Question sum =
        Question.of("reduce_loss", DType.FLOAT64)
            .input("loss", "[1e308, 1e308, 1e308, 1e308]")
            .attribute("reduction", "sum");
    assertThat(soon(() -> sum.onScalar(0)).passed(), is(false));
    assertThat(soon(() -> sum.onScalar(Double.POSITIVE_INFINITY)).message(), is(""));
    assertThat(soon(() -> sum.onScalar(Double.NEGATIVE_INFINITY)).passed(), is(false));
  }

  @Test
  void a_sum_of_weights_of_which_doubles_cannot_tell_that_it_is_zero() {
    Question mean =
        Question.of("reduce_loss", DType.FLOAT32)
            .input("loss", "[1, 1, 1, 1]")
            .input("weights", "[0x1p40, 0x1.000002p-20, -0x1p40, -0x1.000002p-20]")
            .attribute("reduction", "weighted_mean");
    assertThat(soon(() -> mean.on("NaN")).passed(), is(true));
    Question nan = mean.declaring(Choice.MEAN_NOTHING_LEFT, "nan");
    assertThat(soon(() -> nan.on("1")).passed(), is(false));
    LiteralCheck check = new LiteralCheck(mean.request(), Map.of(), new Evaluations());
    assertThat(soon(() -> check.mismatch("NaN")), is(Optional.empty()));
    assertThat(soon(() -> check.mismatch("1.0")).isPresent(), is(true));
  }

  @Test
  void a_fraction_that_lies_half_a_unit_from_a_literal() {
    String twenty = "[" + String.join(", ", Collections.nCopies(20, "7")) + "]";
    Question equal = Question.of("softmax", DType.FLOAT32).input("logits", twenty);
    LiteralCheck check = new LiteralCheck(equal.request(), Map.of(), new Evaluations());
    assertThat(soon(() -> check.mismatch(twenty.replace("7", "0.1"))), is(Optional.empty()));
    assertThat(soon(() -> check.mismatch(twenty.replace("7", "0.11"))).isPresent(), is(true));
  }
}
