package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.operation.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredErrorsTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void the_grade_is_that_of_the_worst_case_under_each_profile() {
    MeasuredErrors errors = new MeasuredErrors();
    errors.add(measured(9, 0.9, 0.3, 0.2));
    assertThat(errors.accuracy().grade(), is("strict"));
    errors.add(measured(0.5, 1.2, 0.4, 0.3));
    assertThat(errors.accuracy().grade(), is("standard"));
    errors.add(measured(0.5, 0.1, 0.1, 0.1));
    assertThat(errors.accuracy().grade(), is("standard"));
    errors.add(measured(0.5, 3, 1.1, 0.8));
    assertThat(errors.accuracy().grade(), is("relaxed"));
  }

  @Test
  void an_infinite_fraction_is_outside() {
    MeasuredErrors errors = new MeasuredErrors();
    errors.add(measured(0.1, INFINITE, INFINITE, INFINITE));
    assertThat(errors.accuracy().grade(), is("outside"));
  }

  private static ErrorSums measured(
      double worstUlp, double strict, double standard, double relaxed) {
    Map<Profile, Double> overBounds =
        Map.of(Profile.STRICT, strict, Profile.STANDARD, standard, Profile.RELAXED, relaxed);
    return new ErrorSums(
        "softmax", "float32", 1, worstUlp, 0, 0, 0.5, overBounds, Map.of(0, 1L), null);
  }
}
