package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.fixtures.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over an adapter that fails three cases of four and doesn't claim the fourth. */
class ExpectationsTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";
  private static final String DESCRIPTION =
      "{\"id\":0,\"description\":{\"name\":\"wrong\",\"version\":\"1\","
          + "\"operations\":{\"softmax\":{\"dtypes\":[\"float32\"]}}}}";
  private static final String WRONG =
      "exec:sed -u -E '1s/.*/"
          + DESCRIPTION
          + "/;1!s/.*\"id\":([0-9]+),.*/{\"id\":\\1,\"output\":"
          + "{\"dtype\":\"float32\",\"shape\":[2],\"values\":[0.5,0.25]}}/'";
  private static final String ALL_THREE =
      """
      # What it gets wrong.

      failed  softmax.test.values/two-equal-logits  the second is halved, issue 12
        failed softmax.test.refusals the axis is not looked at
      """;

  @TempDir Path folder;

  @Test
  void failures_that_are_expected_do_not_fail_the_run_and_are_shown_as_such() throws IOException {
    Executed run = run(WRONG, ALL_THREE);
    assertThat(run.err(), run.status(), is(0));
    assertThat(
        run.out(),
        startsWith(
            "wrong 1: 0 passed, 0 failed, 1 unsupported, 0 errored, 0 excluded,"
                + " 3 expected failures"));
    JsonNode report = report("wrong");
    assertThat(Schemas.errors("report", report.toString()), is(empty()));
    assertThat(
        report.get("totals").toString(),
        is(
            "{\"passed\":0,\"failed\":0,\"unsupported\":1,\"errored\":0,\"excluded\":0,"
                + "\"expected_failure\":3}"));
    JsonNode first = report.at("/cases/0");
    assertThat(first.get("outcome").asText(), is("expected_failure"));
    assertThat(first.get("message").asText(), containsString("0.25"));
    assertThat(first.at("/request/operation").asText(), is("softmax"));
    assertThat(
        first.get("expectation").toString(),
        is(
            "{\"cases\":\"softmax.test.values/two-equal-logits\",\"expected\":\"failed\","
                + "\"reason\":\"the second is halved, issue 12\"}"));
    assertThat(
        text("wrong/junit.xml"),
        containsString("<skipped message=\"expected_failure: the axis is not looked at\""));
    assertThat(
        text("wrong/summary.md"), containsString("Against the expectations: 3 expected failures."));
    assertThat(
        text("index.html"),
        containsString("<li>the second is halved, issue 12: 1 case <span class=\"where\">"));
  }

  @Test
  void a_pass_against_an_expectation_fails_the_run_and_names_the_line() throws IOException {
    Executed run = run("reference", ALL_THREE);
    assertThat(run.status(), is(1));
    assertThat(run.out(), startsWith("reference "));
    assertThat(run.out(), containsString("1 passed, 0 failed, 0 unsupported"));
    assertThat(run.out(), containsString(", 3 unexpected passes"));
    assertThat(
        run.out(),
        containsString(
            """
              unexpected pass softmax.test.values/two-equal-logits
                  passed, though expected otherwise: take out the line \
            "failed softmax.test.values/two-equal-logits the second is halved, issue 12"
            """));
    JsonNode report = report("reference");
    assertThat(Schemas.errors("report", report.toString()), is(empty()));
    assertThat(report.at("/totals/unexpected_pass").asInt(), is(3));
    assertThat(report.at("/cases/0/outcome").asText(), is("unexpected_pass"));
    assertThat(text("reference/junit.xml"), containsString("failures=\"3\" errors=\"0\""));
    assertThat(text("reference/summary.md"), containsString("3 unexpected passes"));
    assertThat(
        text("index.html"), containsString("<span class=\"outcome\">unexpected pass</span>"));
  }

  @Test
  void an_expectation_that_matches_no_case_fails_the_run() throws IOException {
    Executed run = run(WRONG, ALL_THREE + "errored softmax.gone* it crashed\n");
    assertThat(run.status(), is(1));
    assertThat(run.out(), containsString(", 3 expected failures, 1 stale expectation"));
    assertThat(
        run.out(),
        containsString("  stale expectation, matches no case: errored softmax.gone* it crashed"));
    JsonNode report = report("wrong");
    assertThat(Schemas.errors("report", report.toString()), is(empty()));
    assertThat(report.at("/totals/stale_expectation").asInt(), is(1));
    assertThat(
        report.at("/stale_expectations/0").toString(),
        is("{\"cases\":\"softmax.gone*\",\"expected\":\"errored\",\"reason\":\"it crashed\"}"));
    String junit = text("wrong/junit.xml");
    assertThat(junit, containsString("tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"4\""));
    assertThat(junit, containsString("<failure message=\"stale_expectation: it matches no case\""));
    assertThat(text("wrong/summary.md"), containsString("- errored softmax.gone\\* it crashed"));
    assertThat(text("index.html"), containsString("stale expectation, matches no case"));
  }

  /** The case is of the full tier, and filtered out besides. */
  @Test
  void an_expectation_of_a_case_that_is_only_left_out_is_not_stale() {
    String full = "failed softmax.test.values/many-equal-logits slow\n";
    assertThat(run("reference", full, "--dtype", "float64").status(), is(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "failed softmax.test* all wrong; 0",
        "failed * all wrong; 0",
        "errored softmax.test* all broken; 1",
        "failed softmax.test all wrong; 1",
        "failed softmax.test.values all wrong; 1"
      })
  void only_what_is_expected_is_forgiven(String line, int status) {
    assertThat(run(WRONG, line).status(), is(status));
  }

  @Test
  void an_error_is_no_expected_failure_unless_an_error_was_expected() throws IOException {
    String dies = "exec:echo '" + DESCRIPTION + "'; read a; read b";
    assertThat(run(dies, ALL_THREE).status(), is(1));
    assertThat(report("wrong").at("/totals/errored").asInt(), is(3));
    assertThat(run(dies, ALL_THREE.replace("failed ", "errored ")).status(), is(0));
    assertThat(report("wrong").at("/totals/expected_failure").asInt(), is(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed softmax.test.values",
        "failed softmax.test.values  ",
        "passed softmax.test.values why not",
        "softmax.test.values is wrong",
        "failed softmax*values in the middle"
      })
  void a_line_that_says_no_outcome_cases_and_reason_exits_3(String line) {
    Executed run = run("reference", "# first\n" + line + "\n");
    assertThat(run.status(), is(3));
    assertThat(
        run.err(),
        containsString(
            "line 2: \"" + line.strip() + "\" - expected failed or errored, case ids, a"));
    assertThat(run.err().lines().count(), is(1L));
  }

  @Test
  void a_file_that_cannot_be_read_exits_3() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {-1, -2});
    for (Path file : List.of(folder.resolve("none"), folder, binary)) {
      Executed run = with("reference", file);
      assertThat(run.status(), is(3));
      assertThat(run.err(), startsWith("the expectations \"" + file + "\" can't be read: "));
      assertThat(run.err().lines().count(), is(1L));
      assertThat(run.err(), not(containsString("Exception")));
    }
  }

  @Test
  void expectations_of_several_implementations_exit_2() throws IOException {
    Path file = Files.writeString(folder.resolve("expectations"), ALL_THREE);
    Executed run = with("reference", file, "--backend", "cpu");
    assertThat(run.status(), is(2));
    assertThat(run.err(), startsWith("--expectations are of one implementation; give --backend"));
    assertThat(Executed.of("run", "--expectations", file.toString()).status(), is(2));
  }

  private Executed run(String backend, String expectations, String... options) {
    try {
      Path file = Files.writeString(folder.resolve("expectations"), expectations);
      return with(backend, file, options);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Executed with(String backend, Path expectations, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--features", FEATURES));
    arguments.addAll(List.of("--report", folder.toString(), "--backend", backend));
    arguments.addAll(List.of("--expectations", expectations.toString()));
    arguments.addAll(List.of(options));
    return Executed.of(arguments.toArray(String[]::new));
  }

  private JsonNode report(String name) throws IOException {
    return new ObjectMapper().readTree(text(name + "/report.json"));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
