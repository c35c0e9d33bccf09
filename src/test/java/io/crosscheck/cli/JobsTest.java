package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class JobsTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";
  private static final String ADAPTERS = "src/test/resources/adapters/";
  private static final String DESCRIPTION =
      "{\"id\":0,\"description\":{\"name\":\"silent\",\"version\":\"1\","
          + "\"operations\":{\"softmax\":{\"dtypes\":[\"float32\",\"float64\"]}}}}";

  @TempDir Path folder;

  /** Beside a single backend in this JVM, which answers several cases in any order. */
  @Test
  void three_jvms_of_a_backend_give_the_same_report_as_one() throws IOException {
    String[] options = {"--backend", "reference", "--dialect", "scipy", "--operation", "softmax"};
    assertThat(run("one", options).status(), is(0));
    assertThat(run("three", with(options, "--jobs", "3")).status(), is(0));
    assertThat(report("three/reference"), is(report("one/reference")));
  }

  @Test
  void processes_answer_at_the_same_time() throws Exception {
    assumeTrue(hasPython(), "NOT TESTED: python3 does not run here");
    Path place = Files.createDirectory(folder.resolve("place"));
    String backend = "exec:exec python3 " + ADAPTERS + "meeting.py " + place + " 3";
    Executed run =
        run("met", "--features", FEATURES, "--backend", backend, "--jobs", "3", "--timeout", "10");
    assertThat(run.out(), run.status(), is(0));
    assertThat(place.toFile().list().length, is(3));
  }

  @Test
  void a_crash_costs_its_case_whoever_answers_it() throws Exception {
    assumeTrue(hasPython(), "NOT TESTED: python3 does not run here");
    String backend = "exec:exec python3 " + ADAPTERS + "hostile_in_float64.py killed";
    String[] options = {"--features", FEATURES, "--backend", backend};
    for (String jobs : List.of("1", "2", "3")) {
      assertThat(run(jobs, with(options, "--jobs", jobs)).status(), is(1));
      JsonNode report = report(jobs + "/hostile");
      assertThat(report.at("/totals/passed").asInt(), is(3));
      assertThat(report.at("/totals/errored").asInt(), is(1));
      assertThat(report, is(report("1/hostile")));
    }
  }

  @Test
  void patience_is_lost_after_as_many_cases_whoever_is_asked() throws IOException {
    String backend = "exec:read a; echo '" + DESCRIPTION + "'; exec sleep 60";
    String[] options = {"--features", FEATURES, "--backend", backend, "--timeout", "0.05"};
    assertThat(run("one", options).status(), is(1));
    assertThat(run("two", with(options, "--jobs", "2")).status(), is(1));
    JsonNode two = report("two/silent");
    assertThat(
        two.at("/cases/3/message").asText(),
        is("not run: the adapter timed out 3 times and never answered"));
    assertThat(two, is(report("one/silent")));
  }

  @Test
  void an_adapter_that_does_not_start_or_describe_itself_is_told_of_as_ever() {
    String[] options = {"--features", FEATURES, "--jobs", "2", "--backend"};
    Executed absent = run("a", with(options, "exec:/no/such/adapter"));
    assertThat(absent.status(), is(3));
    assertThat(absent.err(), containsString("ended before it described itself"));
    Executed garbage = run("b", with(options, "exec:echo garbage; cat >/dev/null"));
    assertThat(garbage.status(), is(1));
    assertThat(garbage.out(), containsString("4 errored"));
  }

  @Test
  void processes_that_describe_themselves_differently_are_not_mixed() throws IOException {
    Path taken = folder.resolve("taken");
    String other = DESCRIPTION.replace("silent", "other");
    String backend =
        "exec:read a; if mkdir %s; then echo '%s'; else echo '%s'; fi; cat >/dev/null"
            .formatted(taken, DESCRIPTION, other);
    Executed run = run("mixed", "--features", FEATURES, "--jobs", "2", "--backend", backend);
    assertThat(run.status(), is(1));
    assertThat(
        report("mixed/adapter").at("/cases/0/message").asText(),
        containsString("two processes of the adapter describe themselves differently"));
  }

  @Test
  void a_number_of_jobs_that_makes_no_sense_exits_2() {
    for (String jobs : List.of("0", "-1", "257", "many")) {
      assertThat(run("none", "--backend", "cpu", "--jobs", jobs).status(), is(2));
    }
    assertThat(run("none", "--backend", "exec:cat", "--jobs", "2", "--validate").status(), is(2));
  }

  private Executed run(String report, String... options) {
    return Executed.of(
        with(new String[] {"run", "--report", folder.resolve(report).toString()}, options));
  }

  private static String[] with(String[] options, String... more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
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
