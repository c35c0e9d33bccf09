package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs, in a JVM with 1 GiB, over adapters that break in one of four cases. */
@Timeout(120)
class HostileAdapterTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "endless-line; protocol error: a line longer than is allowed",
        "gigabyte; protocol error: a line longer than is allowed",
        "deep; protocol error: not a JSON object",
        "wrong-id; protocol error: an answer to an id not asked",
        "negative-shape; protocol error: axis length -1",
        "huge-shape; protocol error: axis length 2147483648",
        "half-line; crashed: exit status 0; it left half a line",
        "fork; crashed: exit status 3",
        "killed; crashed: exit status 137"
      })
  void it_costs_its_case_and_nothing_else(String mode, String message) throws Exception {
    assumeTrue(hasPython(), "NOT TESTED: python3 does not run here");
    Path adapter = Path.of("src/test/resources/adapters/hostile_in_float64.py");
    assertThat(run("exec:exec python3 " + adapter + " " + mode), is(1));
    JsonNode report = report("hostile");
    assertThat(report.at("/totals/passed").asInt(), is(3));
    assertThat(report.at("/totals/errored").asInt(), is(1));
    for (JsonNode one : report.get("cases")) {
      if (one.get("outcome").asText().equals("errored")) {
        assertThat(one.get("dtype").asText(), is("float64"));
        assertThat(one.get("message").asText(), startsWith(message));
      }
    }
  }

  @Test
  void what_it_wrote_to_stderr_stands_beside_its_case() throws Exception {
    String description =
        "{\"id\":0,\"description\":{\"name\":\"hostile\",\"version\":\"1\","
            + "\"operations\":{\"softmax\":{\"dtypes\":[\"float64\"]}}}}";
    run("exec:read line; echo '" + description + "'; read line; echo 'out of luck' >&2; exit 7");
    JsonNode errored = report("hostile").get("cases").get(1);
    assertThat(errored.get("message").asText(), is("crashed: exit status 7"));
    assertThat(errored.get("stderr").asText(), is("out of luck"));
    String junit = Files.readString(folder.resolve("hostile/junit.xml"));
    assertThat(junit.contains("<system-err>out of luck</system-err>"), is(true));
  }

  /** Runs the suite in a JVM of its own; returns its exit status. */
  private int run(String backend) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("io.crosscheck.cli.Main", "run", "--features", FEATURES));
    words.addAll(List.of("--backend", backend, "--report", folder.toString()));
    Process run =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat("it ended", run.waitFor(100, TimeUnit.SECONDS), is(true));
    return run.exitValue();
  }

  private JsonNode report(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readString(folder.resolve(name + "/report.json")));
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
