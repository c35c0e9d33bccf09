package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BadgeTest {

  private static Badge badge(Case... cases) {
    return Badge.of(Samples.report("mine", List.of(cases)));
  }

  private static Case must(Outcome outcome) {
    return Samples.of(Samples.AXIS, "s", "", outcome, null);
  }

  private static Case should(Outcome outcome) {
    return Samples.of(Samples.SUM, "s", "", outcome, null);
  }

  @Test
  void a_failed_must_is_red() {
    assertEquals(
        new Badge(1, "crosscheck", "1/2 must passed", "red"),
        badge(must(Outcome.PASSED), must(Outcome.FAILED)));
  }

  @Test
  void an_errored_must_is_red() {
    assertEquals("red", badge(must(Outcome.PASSED), must(Outcome.ERRORED)).color());
  }

  @Test
  void a_failed_should_is_yellow() {
    assertEquals(
        new Badge(1, "crosscheck", "1/1 must passed", "yellow"),
        badge(must(Outcome.PASSED), should(Outcome.FAILED)));
  }

  @Test
  void all_passed_is_green() {
    assertEquals("brightgreen", badge(must(Outcome.PASSED), should(Outcome.PASSED)).color());
  }

  @Test
  void unsupported_cases_are_told_and_not_counted_as_passed() {
    assertEquals(
        new Badge(1, "crosscheck", "1/1 must passed, 1 unsupported", "brightgreen"),
        badge(must(Outcome.PASSED), must(Outcome.UNSUPPORTED)));
  }

  @Test
  void what_is_expected_to_fail_is_told_and_not_counted_as_passed() {
    assertEquals(
        new Badge(1, "crosscheck", "1/2 must passed, 1 expected to fail", "yellow"),
        badge(must(Outcome.PASSED), must(Outcome.EXPECTED_FAILURE)));
    assertEquals("red", badge(must(Outcome.UNEXPECTED_PASS)).color());
  }

  @Test
  void a_partial_run_says_so() {
    assertEquals(
        "2/3 must passed (partial)", Badge.of(Samples.partial(Samples.mixed("mine"))).message());
  }

  @Test
  void nothing_judged_is_grey() {
    assertEquals(
        new Badge(1, "crosscheck", "0/0 must passed, 1 unsupported", "lightgrey"),
        badge(must(Outcome.UNSUPPORTED)));
  }
}
