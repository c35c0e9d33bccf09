package io.crosscheck.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterLimitsTest {

  @ParameterizedTest
  @CsvSource({"1, 6", "2, 12", "10, 60", "30, 60", "60, 60", "120, 120"})
  void the_first_answer_has_six_times_as_long_up_to_a_minute_and_never_less(
      long answer, long first) {
    AdapterLimits limits = AdapterLimits.withTimeout(Duration.ofSeconds(answer));
    assertThat(limits.answer(), is(Duration.ofSeconds(answer)));
    assertThat(limits.first(), is(Duration.ofSeconds(first)));
    assertThat(limits.describe(), is(Duration.ofSeconds(60)));
  }
}
