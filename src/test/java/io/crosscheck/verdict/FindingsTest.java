package io.crosscheck.verdict;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.sameInstance;

import io.crosscheck.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void what_is_left_is_taken_once() {
    Findings.take();
    Findings findings = of();
    findings.leave();
    assertThat(Findings.take(), is(sameInstance(findings)));
    assertThat(Findings.take(), is(sameInstance(Findings.NOTHING)));
  }

  @Test
  void the_worst_of_a_case_is_that_of_its_worst_result() {
    assertThat(of().worstOverBound(), is(nullValue()));
    assertThat(of(0.25, 0.75, 0.5).worstOverBound(), is(0.75));
  }

  private static Findings of(double... overBounds) {
    List<Measured> measured = Arrays.stream(overBounds).mapToObj(FindingsTest::measured).toList();
    return new Findings(Optional.empty(), Map.of(), List.of(), measured, "");
  }

  private static Measured measured(double overBound) {
    Measurement measurement =
        new Measurement(
            1,
            1,
            1,
            1,
            overBound,
            Map.of(),
            Map.of(),
            () -> new ElementError(0, "", "", "", "", 1, 1));
    return new Measured("softmax", DType.FLOAT32, measurement);
  }
}
