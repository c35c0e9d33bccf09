package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Sums that nearly cancel: doubles know them less well than they have to be known. */
class ResultComparisonTest {

  // The magnitudes add up to 2^21 + 1 + 2^-21 + s, of which 8u = 2^-21 is allowed, so that 0 is off
  // by 1 + 2^-21 + s where 1 + 2^-21 + 2^-42 and less than 2^-62 more is allowed. Doubles know the
  // sum within 2^-32.
  @Test
  void what_may_lie_on_either_side_of_its_bound_is_looked_at_more_closely() {
    assertThat(cancelling(0x1p20, 0x1p-42 - 0x1p-50, 1 + 0x1p-21).onScalar(0).passed(), is(true));
    assertThat(cancelling(0x1p20, 0x1p-42 + 0x1p-50, 1 + 0x1p-21).onScalar(0).passed(), is(false));
  }

  @Test
  void an_error_that_doubles_know_to_two_ulp_is_measured_to_a_hundredth() {
    Verdict verdict = cancelling(0x1p30, 0x1p-25, 1).onScalar(1);
    assertThat(verdict.measurement().orElseThrow().worstUlp(), closeTo(0.25, 0.01));
  }

  private static Question cancelling(double large, double small, double rest) {
    double[] loss = {large, small, rest, -large};
    return Question.of("reduce_loss", DType.FLOAT32)
        .input("loss", Tensor.ofNumbers(DType.FLOAT32, Shape.of(4), loss))
        .attribute("reduction", "sum");
  }
}
