package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import io.crosscheck.verdict.Measured;
import io.crosscheck.verdict.Measurement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorstErrorsTest {

  private final WorstErrors worst = new WorstErrors();

  @Test
  void a_larger_error_is_worse_and_a_smaller_one_is_not() {
    assertThat(worst.isWorst(3, measured("softmax", 0.5)), is(true));
    assertThat(worst.isWorst(1, measured("softmax", 0.4)), is(false));
    assertThat(worst.isWorst(4, measured("softmax", 0.6)), is(true));
  }

  @Test
  void of_two_alike_the_case_further_to_the_front_is_worse_whichever_ends_first() {
    assertThat(worst.isWorst(3, measured("softmax", 0.5)), is(true));
    assertThat(worst.isWorst(4, measured("softmax", 0.5)), is(false));
    assertThat(worst.isWorst(3, measured("softmax", 0.5)), is(false));
    assertThat(worst.isWorst(2, measured("softmax", 0.5)), is(true));
  }

  @Test
  void each_operation_has_one_of_its_own() {
    assertThat(worst.isWorst(3, measured("softmax", 0.5)), is(true));
    assertThat(worst.isWorst(4, measured("sigmoid", 0.1)), is(true));
  }

  private static Measured measured(String operation, double overBound) {
    Measurement measurement =
        new Measurement(1, 0, 0, 0, overBound, Map.of(), Map.of(), () -> null);
    return new Measured(operation, DType.FLOAT32, measurement);
  }
}
