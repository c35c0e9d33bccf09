package io.crosscheck.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "PASSED, UNSUPPORTED, true",
    "PASSED, FAILED, true",
    "PASSED, ERRORED, true",
    "UNSUPPORTED, FAILED, true",
    "FAILED, ERRORED, true",
    "UNSUPPORTED, PASSED, false",
    "FAILED, PASSED, false",
    "FAILED, UNSUPPORTED, false",
    "ERRORED, FAILED, false",
    "PASSED, EXPECTED_FAILURE, true",
    "FAILED, EXPECTED_FAILURE, false",
    "PASSED, UNEXPECTED_PASS, false",
  })
  void an_outcome_gets_worse_or_not(Outcome was, Outcome is, boolean worse) {
    Comparison comparison = Comparison.of(report(was), report(is));
    assertThat(comparison.outcomes().size(), is(1));
    assertThat(
        comparison.regressions(),
        is(
            worse
                ? List.of(new Regression("softmax.axis.slice: s", was.token(), is.token()))
                : List.of()));
  }

  @ParameterizedTest
  @CsvSource({"PASSED, EXCLUDED", "EXCLUDED, FAILED", "FAILED, FAILED"})
  void what_was_left_out_or_stayed_is_no_change(Outcome was, Outcome is) {
    assertThat(Comparison.of(report(was), report(is)).outcomes(), empty());
  }

  @Test
  void a_failure_that_is_expected_now_is_neither_worse_nor_better() {
    Comparison comparison = Comparison.of(report(Outcome.FAILED), report(Outcome.EXPECTED_FAILURE));
    assertThat(comparison.outcomes().get(0).change(), is(""));
  }

  @Test
  void only_common_cases_count() {
    RunReport other = Samples.report("mine", List.of());
    Comparison comparison = Comparison.of(report(Outcome.PASSED), other);
    assertThat(comparison.common(), is(0));
    assertThat(comparison.regressions(), empty());
  }

  @Test
  void a_drop_of_grade_is_a_regression_and_a_larger_error_is_not() {
    RunReport before = graded("faithful", 0.9);
    assertThat(
        Comparison.of(before, graded("≤ 4 ulp", 1.5)).regressions(),
        contains(new Regression("softmax float32", "faithful", "≤ 4 ulp")));
    assertThat(Comparison.of(before, graded("correctly rounded", 0.4)).regressions(), empty());
    Comparison larger = Comparison.of(before, graded("faithful", 0.95));
    assertThat(larger.regressions(), empty());
    assertThat(larger.accuracy().get(0).worstIs(), is("0.95"));
  }

  @Test
  void reads_like_this() throws IOException {
    Case was = Samples.of(Samples.AXIS, "a | b", "", Outcome.PASSED, null);
    Case now = Samples.of(Samples.AXIS, "a | b", "", Outcome.FAILED, "wrong");
    RunReport before = with(Samples.report("mine", List.of(was)), "faithful", 0.9);
    RunReport after = with(Samples.report("mine", List.of(now)), "outside", 1e7);
    assertThat(
        Comparison.of(before, after).markdown(),
        is(
            """
            ### Crosscheck: mine 1.2.0 → mine 1.2.0

            1 case in both reports.

            #### Outcomes

            | case | was | is | |
            |---|---|---|---|
            | softmax.axis.slice: a \\| b | passed | failed | worse |

            #### Accuracy

            | operation | dtype | grade was | is | worst ulp was | is | |
            |---|---|---|---|---:|---:|---|
            | softmax | float32 | faithful | outside | 0.90 | 1.00e+07 | worse |
            """));
  }

  private static RunReport report(Outcome outcome) {
    return Samples.report("mine", List.of(Samples.of(Samples.AXIS, "s", "", outcome, "it is so")));
  }

  private static RunReport graded(String grade, double worstUlp) {
    return with(report(Outcome.PASSED), grade, worstUlp);
  }

  private static RunReport with(RunReport r, String grade, double worstUlp) {
    Accuracy accuracy = new Accuracy(1, worstUlp, null, null, null, null, grade, null);
    return new RunReport(
        r.schema(),
        r.implementation(),
        r.specification(),
        r.environment(),
        r.run(),
        r.totals(),
        r.choices(),
        Map.of("softmax", Map.of("float32", accuracy)),
        r.requirements(),
        r.cases());
  }
}
