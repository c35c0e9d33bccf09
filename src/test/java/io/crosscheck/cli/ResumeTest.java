package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ResumeTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";

  @TempDir Path folder;

  @Test
  void the_report_after_a_cut_is_that_of_one_run_accuracy_included() throws IOException {
    String[] options = {"--operation", "log_softmax", "--dtype", "float32", "--dtype", "float16"};
    assertThat(run("whole", options).status(), is(0));
    List<String> journal = Files.readAllLines(folder.resolve("whole/cpu/journal.jsonl"));
    int done = journal.size() / 2;
    String half = journal.get(done).substring(0, journal.get(done).length() / 2);
    cut("cut", String.join("\n", journal.subList(0, done)) + "\n" + half);
    Executed resumed = run("cut", with(options, "--resume"));
    assertThat(resumed.err(), resumed.status(), is(0));
    assertThat(resumed.err(), containsString("  " + (done - 1) + " were done before"));
    JsonNode report = report("cut/cpu");
    assertThat(report.at("/accuracy/log_softmax/float16/worst").isObject(), is(true));
    assertThat(report.toPrettyString(), is(report("whole/cpu").toPrettyString()));
    List<String> kept = Files.readAllLines(folder.resolve("cut/cpu/journal.jsonl"));
    assertThat(kept.subList(0, done), is(journal.subList(0, done)));
    assertThat(kept.size(), is(journal.size()));
  }

  @Test
  void a_run_whose_process_was_killed_goes_on_and_asks_nothing_twice() throws Exception {
    assumeTrue(hasPython(), "NOT TESTED: python3 does not run here");
    assertThat("killed", inItsOwnJvm("cut"), is(137));
    int done = Files.readAllLines(folder.resolve("cut/running-1.jsonl")).size() - 1;
    assertThat(done, allOf(greaterThan(0), lessThan(3)));
    int asked = Files.readAllLines(folder.resolve("log")).size();
    assertThat(inItsOwnJvm("cut", "--resume"), is(0));
    int askedLater = Files.readAllLines(folder.resolve("log")).size() - asked;
    assertThat(askedLater, is(4 - done));
    assertThat(inItsOwnJvm("whole"), is(0));
    assertThat(
        report("cut/killing").toPrettyString(), is(report("whole/killing").toPrettyString()));
  }

  @Test
  void a_finished_journal_needs_no_answer_at_all() throws IOException {
    run("whole", "--features", FEATURES);
    cut("cut", Files.readString(folder.resolve("whole/cpu/journal.jsonl")));
    assertThat(run("cut", "--features", FEATURES, "--resume").status(), is(0));
    assertThat(report("cut/cpu"), is(report("whole/cpu")));
  }

  @Test
  void a_journal_that_was_cut_in_its_first_line_begins_anew() throws IOException {
    cut("cut", "{\"journal\":1,\"run");
    assertThat(run("cut", "--features", FEATURES, "--resume").status(), is(0));
    assertThat(report("cut/cpu").at("/totals/passed").asInt(), is(4));
  }

  @Test
  void a_journal_of_another_run_is_refused_with_what_differs() throws IOException {
    run("whole", "--features", FEATURES);
    String journal = Files.readString(folder.resolve("whole/cpu/journal.jsonl"));
    refused(journal, "profile \"standard\", this run \"strict\"", "--profile", "strict");
    refused(journal, "tier \"quick\", this run \"smoke\"", "--tier", "smoke");
    refused(journal, "filters \"{}\", this run \"{dtype=float64}\"", "--dtype", "float64");
    refused(journal, "time limit \"default\", this run \"PT3S\"", "--timeout", "3");
    refused(journal.replace("\"journal\":1", "\"journal\":0"), "journal version 0, expected 1");
    refused(journal.replace("\"implementation\":\"cpu ", "\"implementation\":\"cpu 0"), "\"cpu 0");
    refused(
        journal.replaceFirst("\"specification\":\"....", "\"specification\":\"0123"),
        "specification \"0123");
    refused(
        journal.replaceFirst("\"claims and choices\":\"....", "\"claims and choices\":\"0123"),
        "claims and choices \"0123");
  }

  @Test
  void a_line_that_cannot_be_read_is_refused_where_it_is_not_the_last() throws IOException {
    run("whole", "--features", FEATURES);
    List<String> lines = Files.readAllLines(folder.resolve("whole/cpu/journal.jsonl"));
    lines.set(2, lines.get(2).substring(0, 20));
    cut("cut", String.join("\n", lines) + "\n");
    Executed refused = run("cut", "--features", FEATURES, "--resume");
    assertThat(refused.status(), is(3));
    assertThat(
        refused.err(),
        startsWith(
            "the journal \""
                + folder.resolve("cut/running-1.jsonl")
                + "\", line 3, can't be read: "));
    assertThat(refused.err().lines().count(), is(1L));
  }

  @Test
  void without_a_journal_there_is_nothing_to_resume() {
    Executed refused = run("nowhere", "--features", FEATURES, "--resume");
    assertThat(refused.status(), is(3));
    assertThat(refused.err(), startsWith("nothing to resume: there is no \""));
    assertThat(run("nowhere", "--resume", "--validate").status(), is(2));
  }

  private void refused(String journal, String words, String... options) throws IOException {
    cut("cut", journal);
    Executed refused = run("cut", with(options, "--features", FEATURES, "--resume"));
    assertThat(refused.status(), is(3));
    assertThat(refused.err(), containsString("can't be gone on with: it has "));
    assertThat(refused.err(), containsString(words));
    assertThat(refused.err().lines().count(), is(1L));
    assertThat(Files.readString(folder.resolve("cut/running-1.jsonl")), is(journal));
  }

  private void cut(String report, String journal) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve(report)).resolve("running-1.jsonl"), journal);
  }

  private Executed run(String report, String... options) {
    return Executed.of(
        with(options, "run", "--backend", "cpu", "--report", folder.resolve(report).toString()));
  }

  /** With those before. */
  private static String[] with(String[] options, String... before) {
    List<String> all = new ArrayList<>(List.of(before));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  /** Runs over an adapter that kills its first JVM; returns the exit status. */
  private int inItsOwnJvm(String report, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("io.crosscheck.cli.Main", "run", "--features", FEATURES));
    words.addAll(List.of("--report", folder.resolve(report).toString(), "--backend"));
    words.add(
        "exec:exec python3 src/test/resources/adapters/killing_its_parent.py "
            + folder.resolve("log"));
    words.addAll(List.of(options));
    Process run =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat("it ended", run.waitFor(100, TimeUnit.SECONDS), is(true));
    return run.exitValue();
  }

  /** The report apart from times. */
  private JsonNode report(String name) throws IOException {
    ObjectNode report =
        (ObjectNode)
            new ObjectMapper().readTree(Files.readString(folder.resolve(name + "/report.json")));
    ((ObjectNode) report.get("run")).remove(List.of("started", "seconds"));
    report.get("cases").forEach(c -> ((ObjectNode) c).remove("seconds"));
    return report;
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
