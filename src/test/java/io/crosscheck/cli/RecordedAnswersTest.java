package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.protocol.EnclosureSource;
import io.crosscheck.protocol.Server;
import io.crosscheck.run.Export;
import io.crosscheck.run.Selection;
import io.crosscheck.run.Tier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export}, an adapter as a filter, {@code judge}. */
class RecordedAnswersTest {

  private static final Path FEATURES = Path.of("src/test/resources/io/crosscheck/cli/features");

  @TempDir Path folder;

  @Test
  void answers_of_a_filter_are_judged_as_those_of_a_live_run_byte_for_byte() throws Exception {
    String adapter = "python3 src/adapters/python/numpy_adapter.py";
    assumeTrue(hasNumPy(), "NOT TESTED: python3 with NumPy does not run here");
    Selection softmax =
        new Selection(
            Tier.QUICK, "", List.of("softmax", "focal_cross_entropy"), List.of(), List.of());
    Path requests = folder.resolve("requests.jsonl");
    Files.write(requests, export(Optional.empty(), softmax, Optional.empty()));
    Path answers = folder.resolve("answers.jsonl");
    new ProcessBuilder(List.of(adapter.split(" ")))
        .redirectInput(requests.toFile())
        .redirectOutput(answers.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    List<String> shuffled = new ArrayList<>(Files.readAllLines(answers));
    Collections.reverse(shuffled);
    Files.write(answers, shuffled);

    String[] operations = {"--operation", "softmax", "--operation", "focal_cross_entropy"};
    Executed live = execute("live", operations, "run", "--backend", "exec:" + adapter);
    Executed judged = execute("judged", operations, "judge", answers.toString());

    assertThat(judged.err(), judged.status(), is(live.status()));
    String report = withoutTimes("judged/numpy/report.json");
    assertThat(report, is(withoutTimes("live/numpy/report.json")));
    assertThat(report, not(containsString("\"passed\" : 0")));
  }

  @Test
  void a_request_without_an_answer_is_errored() throws IOException {
    List<String> answers = answers();
    answers.remove(1);
    assertThat(judge(answers).status(), is(1));
    assertThat(messages(), is(List.of("no answer recorded")));
  }

  @Test
  void two_answers_to_a_request_are_errored_and_both_lines_named() throws IOException {
    List<String> answers = answers();
    answers.add(2, answers.get(1));
    assertThat(judge(answers).status(), is(1));
    assertThat(messages().size(), is(1));
    assertThat(messages().get(0), startsWith("protocol error: two answers to id "));
    assertThat(messages().get(0), containsString(", lines 2 and 3"));
  }

  @Test
  void an_answer_that_breaks_the_protocol_is_errored_with_its_line() throws IOException {
    List<String> answers = answers();
    answers.set(1, answers.get(1).replace("\"shape\":[", "\"shape\":[-1,"));
    assertThat(judge(answers).status(), is(1));
    assertThat(messages().get(0), startsWith("protocol error: axis length -1 in [-1, 2]"));
    assertThat(messages().get(0), containsString("; the line: {\"id\":"));
  }

  @Test
  void a_line_that_says_not_what_it_answers_exits_3_and_is_numbered() throws IOException {
    for (String garbage : List.of("Welcome!", "", "{\"output\":{}}", "{\"id\":", "[1]")) {
      List<String> answers = answers();
      answers.add(2, garbage);
      Executed judged = judge(answers);
      assertThat(garbage, judged.status(), is(3));
      assertThat(judged.err(), containsString("answers.jsonl\", line 3: "));
      assertThat(judged.err().lines().count(), is(1L));
    }
  }

  @Test
  void an_id_that_no_request_has_exits_3_and_its_line_is_numbered() throws IOException {
    List<String> answers = answers();
    answers.add("{\"id\":7,\"failed\":{}}");
    Executed judged = judge(answers);
    assertThat(judged.status(), is(3));
    assertThat(judged.err(), containsString("line 6: id 7 is of no request"));
  }

  @Test
  void answers_to_more_than_is_judged_are_no_fault() throws IOException {
    Executed judged = judge(answers(), "--dtype", "float64");
    assertThat(judged.err(), judged.status(), is(0));
    assertThat(report().at("/totals/passed").asInt(), is(1));
  }

  @Test
  void without_a_description_everything_counts_as_claimed() throws IOException {
    List<String> answers = answers();
    answers.remove(0);
    assertThat(judge(answers).status(), is(0));
    assertThat(report("recorded").at("/totals/passed").asInt(), is(4));
  }

  @Test
  void answers_that_describe_nothing_are_all_errored() throws IOException {
    List<String> answers = answers();
    answers.set(0, "{\"id\":0,\"failed\":{\"message\":\"no licence\"}}");
    assertThat(judge(answers).status(), is(1));
    assertThat(report("adapter").at("/totals/errored").asInt(), is(4));
  }

  @Test
  void a_file_that_is_not_there_exits_3() {
    Executed judged = Executed.of("judge", folder.resolve("none.jsonl").toString());
    assertThat(judged.status(), is(3));
    assertThat(judged.err(), startsWith("there is no file "));
  }

  @Test
  void only_what_a_description_claims_is_exported_and_in_its_encoding() throws IOException {
    Path description = folder.resolve("description.jsonl");
    Files.writeString(
        description,
        "{\"id\":0,\"description\":{\"name\":\"a\",\"version\":\"1\",\"encoding\":\"bits\","
            + "\"operations\":{\"softmax\":{\"dtypes\":[\"float64\"]}}}}\n");
    byte[] lines =
        export(Optional.of(FEATURES), Selection.of(Tier.QUICK), Optional.of(description));
    List<String> requests = new String(lines, StandardCharsets.UTF_8).lines().toList();
    assertThat(requests.size(), is(2));
    assertThat(requests.get(0), is("{\"id\":0,\"describe\":{\"protocol\":1}}"));
    assertThat(requests.get(1), containsString("\"dtype\":\"float64\",\"shape\":[2],\"bits\":\""));
  }

  @Test
  void an_id_depends_on_nothing_but_its_request() throws IOException {
    byte[] all = export(Optional.of(FEATURES), Selection.of(Tier.QUICK), Optional.empty());
    Selection narrow = new Selection(Tier.QUICK, "", List.of(), List.of("float64"), List.of());
    List<String> some =
        new String(export(Optional.of(FEATURES), narrow, Optional.empty()), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(some.size(), is(2));
    assertThat(new String(all, StandardCharsets.UTF_8), containsString(some.get(1)));
  }

  /** What the reference answers, its description first. */
  private static List<String> answers() throws IOException {
    byte[] requests = export(Optional.of(FEATURES), Selection.of(Tier.QUICK), Optional.empty());
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    try (Backend reference = Backends.create(Backends.available("reference"))) {
      new Server(reference, EnclosureSource.NONE)
          .serve(new ByteArrayInputStream(requests), answers);
    }
    return new ArrayList<>(answers.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static byte[] export(
      Optional<Path> features, Selection selection, Optional<Path> description) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(features, selection, description, out);
    return out.toByteArray();
  }

  private Executed judge(List<String> answers, String... options) throws IOException {
    Path file = Files.write(folder.resolve("answers.jsonl"), answers);
    return execute("judged", options, "judge", file.toString(), "--features", FEATURES.toString());
  }

  private Executed execute(String report, String[] options, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--report", folder.resolve(report).toString()));
    return Executed.of(arguments.toArray(String[]::new));
  }

  private List<String> messages() throws IOException {
    List<String> messages = new ArrayList<>();
    for (JsonNode one : report().get("cases")) {
      if (one.get("outcome").asText().equals("errored")) {
        messages.add(one.get("message").asText());
      }
    }
    return messages;
  }

  private JsonNode report() throws IOException {
    return report("reference");
  }

  private JsonNode report(String name) throws IOException {
    Path file = folder.resolve("judged").resolve(name).resolve("report.json");
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private String withoutTimes(String report) throws IOException {
    return Files.readString(folder.resolve(report))
        .replaceAll("\"(seconds|started)\" : [^,\\n]+", "");
  }

  private static boolean hasNumPy() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
