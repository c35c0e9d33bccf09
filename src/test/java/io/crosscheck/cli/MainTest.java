package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";
  private static final String DESCRIPTION =
      "{\"id\":0,\"description\":{\"name\":\"made-up\",\"version\":\"1\","
          + "\"operations\":{\"softmax\":{\"dtypes\":[\"float32\"]}}}}";

  @TempDir Path report;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_conforming_backend_exits_0_and_leaves_a_report() throws IOException {
    assertThat(run("--backend", "reference"), is(0));
    assertThat(
        out.toString(), containsString("4 passed, 0 failed, 0 unsupported, 0 errored, 0 excluded"));
    JsonNode totals = report("reference").get("totals");
    assertThat(totals.get("passed").asInt(), is(4));
    assertThat(Files.readAllLines(report.resolve("reference/journal.jsonl")).size(), is(5));
    assertThat(Files.exists(report.resolve("index.html")), is(true));
  }

  @Test
  void what_the_filter_leaves_out_is_excluded_and_the_run_partial() throws IOException {
    assertThat(run("--backend", "reference", "--dtype", "float64"), is(0));
    JsonNode tree = report("reference");
    assertThat(tree.at("/totals/passed").asInt(), is(1));
    assertThat(tree.at("/totals/excluded").asInt(), is(3));
    assertThat(tree.at("/run/partial").asBoolean(), is(true));
    assertThat(tree.at("/run/filters/dtype").asText(), is("float64"));
  }

  @Test
  void the_cases_of_other_shards_are_excluded_and_the_run_partial() throws IOException {
    int passed = 0;
    for (String shard : List.of("1/2", "2/2")) {
      assertThat(run("--backend", "reference", "--shard", shard), is(0));
      JsonNode tree = report("reference");
      assertThat(tree.at("/run/partial").asBoolean(), is(true));
      assertThat(tree.at("/run/filters/shard").asText(), is(shard));
      int here = tree.at("/totals/passed").asInt();
      assertThat(tree.at("/totals/excluded").asInt(), is(4 - here));
      passed += here;
    }
    assertThat(passed, is(4));
    assertThat(run("--backend", "reference", "--shard", "3/2"), is(2));
    assertThat(
        err.toString(),
        containsString("'--shard': \"3/2\" is no shard; expected I/N with I from 1 to N, as 1/4"));
  }

  @Test
  void one_case_can_be_picked_by_its_id() throws IOException {
    assertThat(
        run("--backend", "reference", "--case", "softmax.test.values/many-equal-logits"), is(0));
    assertThat(report("reference").at("/totals/passed").asInt(), is(1));
  }

  @Test
  void the_same_backend_twice_gets_two_folders() throws IOException {
    assertThat(run("--tier", "smoke", "--backend", "reference", "--backend", "reference"), is(0));
    assertThat(report("reference-2").at("/totals/passed").asInt(), is(1));
  }

  @Test
  void an_unknown_backend_exits_3_and_lists_what_there_is() {
    assertThat(run("--backend", "nowhere"), is(3));
    assertAll(
        () -> assertThat(err.toString(), containsString("\"nowhere\"")),
        () -> assertThat(err.toString(), containsString("reference")),
        () -> assertThat(err.toString().strip().lines().count(), is(1L)));
  }

  @Test
  void a_command_that_does_not_start_exits_3() {
    assertThat(run("--backend", "exec:no-such-command-anywhere"), is(3));
    assertThat(err.toString(), containsString("no-such-command-anywhere"));
  }

  @Test
  void tags_that_select_nothing_exit_3() {
    assertThat(run("--backend", "reference", "--tags", "@nowhere"), is(3));
    assertThat(err.toString(), containsString("nothing selected"));
  }

  @Test
  void a_report_that_cannot_be_written_exits_3() throws IOException {
    Path file = Files.writeString(report.resolve("file"), "");
    assertThat(
        execute("run", "--features", FEATURES, "--backend", "reference", "--report", file + "/x"),
        is(3));
  }

  @Test
  void an_adapter_that_answers_garbage_exits_1_with_every_case_errored() throws IOException {
    assertThat(run("--backend", "exec:echo garbage; cat >/dev/null"), is(1));
    assertThat(report("adapter").at("/totals/errored").asInt(), is(4));
    assertThat(report("adapter").at("/implementation/backend").asText(), is("exec"));
    assertThat(report("adapter").at("/cases/0/message").asText(), containsString("garbage"));
  }

  @Test
  void wrong_answers_fail_and_what_is_not_claimed_is_unsupported() throws IOException {
    String answer = "{\"dtype\":\"float32\",\"shape\":[2],\"values\":[0.5,0.25]}";
    String wrong =
        "exec:sed -u -E '1s/.*/"
            + DESCRIPTION
            + "/;1!s/.*\"id\":([0-9]+),.*/{\"id\":\\1,\"output\":"
            + answer
            + "}/'";
    assertThat(run("--backend", wrong), is(1));
    JsonNode totals = report("made-up").get("totals");
    assertThat(totals.get("failed").asInt(), is(3));
    assertThat(totals.get("unsupported").asInt(), is(1));
    assertThat(report("made-up").at("/cases/0/request/operation").asText(), is("softmax"));
    assertThat(out.toString(), containsString("failed softmax.test.values/two-equal-logits"));
    report("made-up")
        .get("cases")
        .forEach(c -> assertThat(c.has("request"), is(c.get("outcome").asText().equals("failed"))));
  }

  @Test
  void an_adapter_that_dies_in_a_case_leaves_it_errored() throws IOException {
    assertThat(run("--backend", "exec:echo '" + DESCRIPTION + "'; read a; read b"), is(1));
    JsonNode totals = report("made-up").get("totals");
    assertThat(totals.get("errored").asInt(), is(3));
    assertThat(totals.get("failed").asInt(), is(0));
  }

  @Test
  void a_mistyped_option_exits_2_and_is_corrected() {
    assertThat(execute("run", "--operaton", "softmax"), is(2));
    assertThat(
        err.toString(),
        allOf(containsString("Did you mean --operation?"), not(containsString("\tat "))));
  }

  @Test
  void a_mistyped_command_exits_2_and_is_corrected() {
    assertThat(execute("rnu"), is(2));
    assertThat(err.toString(), containsString("Did you mean run?"));
  }

  @Test
  void option_values_outside_their_list_exit_2_and_show_it() {
    assertThat(execute("run", "--tier", "huge"), is(2));
    assertThat(err.toString(), containsString("smoke, quick, full"));
    assertThat(execute("run", "--operation", "softmaxx"), is(2));
    assertThat(execute("run", "--timeout", "0"), is(2));
  }

  @Test
  void compute_shows_the_result_beside_the_certified_one() {
    assertThat(
        execute("compute", "--operation", "softmax", "--input", "logits=float32:[0, 0]"), is(0));
    assertThat(out.toString(), containsString("0  0.5  exact 0.5"));
  }

  @Test
  void compute_takes_the_request_of_a_report() {
    String request =
        "{\"id\":1,\"operation\":\"softmax\",\"attributes\":{\"axis\":3},\"inputs\":"
            + "{\"logits\":{\"dtype\":\"float32\",\"shape\":[1],\"values\":[1]}}}";
    assertThat(execute("compute", "--request", request), is(0));
    assertThat(out.toString(), containsString("refused with invalid_axis"));
    assertThat(execute("compute", "--request", "{}"), is(2));
  }

  @Test
  void backends_are_listed() {
    assertThat(execute("backends"), is(0));
    assertThat(out.toString().lines().toList().get(0), matchesPattern("reference +available"));
    assertThat(
        out.toString(),
        matchesPattern("(?s).*onnxruntime +not available .*mvn -P onnxruntime package.*"));
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--features", FEATURES));
    arguments.addAll(List.of("--report", report.toString()));
    arguments.addAll(List.of(options));
    return execute(arguments.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private JsonNode report(String folder) throws IOException {
    return new ObjectMapper().readTree(Files.readString(report.resolve(folder + "/report.json")));
  }

  @Test
  void a_tag_is_no_file_of_arguments() throws IOException {
    Path folder = Files.createDirectories(Path.of("target"));
    Path file = Files.writeString(folder.resolve("arguments"), "--nonsense");
    assertThat(
        Main.commandLine("run")
            .parseArgs("run", "--tags", "@" + file)
            .subcommand()
            .matchedOption("--tags")
            .getValue(),
        is("@" + file));
  }
}
