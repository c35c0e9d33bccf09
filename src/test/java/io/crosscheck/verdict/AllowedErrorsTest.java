package io.crosscheck.verdict;

import static io.crosscheck.verdict.Operations.softmax;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Choice;
import io.crosscheck.operation.Choices;
import io.crosscheck.operation.ErrorBound;
import io.crosscheck.operation.Header;
import io.crosscheck.operation.Operation;
import io.crosscheck.operation.Profile;
import io.crosscheck.operation.Signature;
import io.crosscheck.operation.Terms;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowedErrorsTest {

  @Test
  void special_values_allow_none() {
    double[] allowed = allowed(Map.of(), softmax(new float[][] {{Float.NaN, 1}, {3, 3}}));
    assertThat(allowed[0], is(0.0));
    // u·p = 2^-25 times 20 + 2 ln 2 + (2 + 1).
    assertThat(allowed[2], closeTo(24.386294361119891 * 0x1p-25, 1e-15));
  }

  @Test
  void a_flushed_subnormal_may_be_zero() {
    // exp(-90) is 8.2e-40, below the smallest normal float32, 2^-126.
    Computation small = softmax(new float[] {0, -90});
    assertThat(allowed(Map.of(), small)[1], lessThan(1e-40));
    assertThat(allowed(Map.of(Choice.SUBNORMALS, "flushed"), small)[1], closeTo(0x1p-125, 1e-40));
  }

  @Test
  void a_refused_request_allows_nothing() {
    Judge judge = new Judge(Profile.STANDARD, Map.of());
    assertThat(judge.allowed(softmax(new float[2]).axis(5).request()), is(Optional.empty()));
  }

  @Test
  void a_bound_that_is_no_number_or_infinite_is_a_fault_and_allows_nothing() {
    for (double bound : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      Arguments none = new Arguments(Map.of(), Map.of());
      Tolerance tolerance =
          Tolerance.of(bounded(bound), none, Choices.defaults(), DType.FLOAT32, Profile.STANDARD);
      String message =
          assertThrows(IllegalStateException.class, () -> tolerance.allowed(0, 1, false))
              .getMessage();
      assertThat(message, is("the error bound of element 0 is " + bound));
    }
  }

  /** An operation that has a bound and nothing else. */
  private static Operation bounded(double bound) {
    return new Operation() {
      @Override
      public Signature signature() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Header header(Arguments arguments, Choices choices) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Real[] exact(Arguments arguments, Choices choices, Stage stage) {
        throw new UnsupportedOperationException();
      }

      @Override
      public ErrorBound bound(Arguments arguments, Terms terms) {
        return (i, exact) -> bound;
      }
    };
  }

  private static double[] allowed(Map<Choice, String> declared, Computation computation) {
    return new Judge(Profile.STANDARD, declared).allowed(computation.request()).orElseThrow();
  }
}
