package io.crosscheck.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, CORRECTLY_ROUNDED",
    "0.5, 0.1, 0.1, 0.1, CORRECTLY_ROUNDED",
    "0.5000001, 0.1, 0.1, 0.1, FAITHFUL",
    "0.9999999, 0.1, 0.1, 0.1, FAITHFUL",
    "1, 0.1, 0.1, 0.1, FOUR_ULP",
    "4, 1.5, 0.9, 0.9, FOUR_ULP",
    "4.0000001, 1, 0.5, 0.4, STRICT",
    "9, 1.0000001, 0.5, 0.4, STANDARD",
    "9, 3, 1, 0.4, STANDARD",
    "90, 3, 1.0000001, 0.4, RELAXED",
    "90, 3, 2, 1, RELAXED",
    "90, 3, 2, 1.0000001, OUTSIDE",
    "0.4, Infinity, Infinity, Infinity, OUTSIDE",
  })
  void edges(double ulp, double strict, double standard, double relaxed, Grade grade) {
    assertThat(Grade.of(ulp, strict, standard, relaxed), is(grade));
  }

  @Test
  void few_ulp_are_no_excuse_beyond_the_standard_bound() {
    assertThat(Grade.of(3, 2, 1.1, 0.9), is(Grade.RELAXED));
  }

  @Test
  void names_read_back() {
    for (Grade grade : Grade.values()) {
      assertThat(Grade.ofToken(grade.token()), is(Optional.of(grade)));
    }
    assertThat(Grade.ofToken("splendid"), is(Optional.empty()));
  }

  @Test
  void a_drop_is_told_from_a_rise() {
    assertThat(Grade.FAITHFUL.isWorseThan(Grade.CORRECTLY_ROUNDED), is(true));
    assertThat(Grade.FAITHFUL.isWorseThan(Grade.FAITHFUL), is(false));
    assertThat(Grade.EXACT.isWorseThan(Grade.OUTSIDE), is(false));
  }
}
