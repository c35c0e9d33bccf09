package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class MeasuredErrorsTest {

  @Test
  void the_grade_is_that_of_the_worst_case_under_each_profile() {
    MeasuredErrors errors = new MeasuredErrors();
    errors.add("a", measurement(9, "{\"strict\":0.9,\"standard\":0.3,\"relaxed\":0.2}"));
    assertThat(errors.accuracy().grade(), is("strict"));
    errors.add("b", measurement(0.5, "{\"strict\":1.2,\"standard\":0.4,\"relaxed\":0.3}"));
    assertThat(errors.accuracy().grade(), is("standard"));
    errors.add("c", measurement(0.5, "{\"strict\":0.1,\"standard\":0.1,\"relaxed\":0.1}"));
    assertThat(errors.accuracy().grade(), is("standard"));
    errors.add("d", measurement(0.5, "{\"strict\":3,\"standard\":1.1,\"relaxed\":0.8}"));
    assertThat(errors.accuracy().grade(), is("relaxed"));
  }

  @Test
  void an_infinite_fraction_is_outside() {
    MeasuredErrors errors = new MeasuredErrors();
    String infinite = "\"Infinity\"";
    errors.add(
        "a",
        measurement(
            0.1,
            "{\"strict\":%s,\"standard\":%s,\"relaxed\":%s}"
                .formatted(infinite, infinite, infinite)));
    assertThat(errors.accuracy().grade(), is("outside"));
  }

  private static JsonNode measurement(double worstUlp, String overBound) {
    String json =
        """
        {"elements":1,"worst_ulp":%s,"sum_ulp":0,"signed_sum_ulp":0,"worst_over_bound":0.5,
        "over_bound":%s,"histogram":{"0":1}}"""
            .formatted(worstUlp, overBound);
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
