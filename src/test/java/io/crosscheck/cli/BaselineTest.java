package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

  private static final String FEATURES = "src/test/resources/io/crosscheck/cli/features";

  @TempDir Path folder;
  private Path baseline;

  @BeforeEach
  void run_once() {
    assertThat(run("first").status(), is(0));
    baseline = folder.resolve("first/reference/report.json");
  }

  @Test
  void a_run_as_good_as_its_baseline_conforms() throws IOException {
    assertThat(run("second", "--baseline", baseline.toString()).status(), is(0));
    assertThat(report("second").get("regressions").size(), is(0));
    Path inFolder = baseline.getParent();
    assertThat(run("second", "--baseline", inFolder.toString()).status(), is(0));
  }

  @Test
  void a_grade_that_dropped_exits_1_though_every_case_passed() throws IOException {
    edit("\"grade\" : \"correctly rounded\"", "\"grade\" : \"exact\"");
    Executed second = run("second", "--baseline", baseline.toString(), "--dtype", "float32");
    assertThat(second.status(), is(1));
    assertThat(
        second.out(),
        containsString("worse than the baseline: softmax float32: exact → correctly rounded"));
    JsonNode regression = report("second").at("/regressions/0");
    assertThat(
        regression.toString(),
        is("{\"what\":\"softmax float32\",\"was\":\"exact\",\"is\":\"correctly rounded\"}"));
    assertThat(
        Files.readString(folder.resolve("second/reference/summary.md")),
        containsString("- softmax float32: exact → correctly rounded"));
  }

  @Test
  void an_outcome_that_got_worse_is_named() throws IOException {
    Executed second =
        Executed.of(
            arguments("second", "--baseline", baseline.toString())
                .andBackend("exec:echo garbage; cat >/dev/null"));
    assertThat(second.status(), is(1));
    assertThat(
        second.out(),
        containsString(
            "worse than the baseline: softmax.test.values/two-equal-logits: passed → errored"));
  }

  @Test
  void a_baseline_that_cannot_be_read_exits_3_with_one_line() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage.json"), "{\n  \"schema\": 1,\n oops");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"schema\": 1}");
    Path list = Files.writeString(folder.resolve("list.json"), "[]");
    Path empty = Files.writeString(folder.resolve("empty.json"), "");
    Path binary = Files.write(folder.resolve("binary.json"), new byte[] {-1, -2});
    for (Path path : List.of(folder.resolve("none.json"), garbage, other, list, empty, binary)) {
      Executed executed = run("second", "--baseline", path.toString());
      assertThat(path.toString(), executed.status(), is(3));
      assertThat(executed.err(), startsWith("the report \"" + path + "\" can't be read: "));
      assertThat(executed.err().lines().count(), is(1L));
    }
  }

  @Test
  void a_baseline_of_other_options_exits_3() {
    Executed strict = run("second", "--baseline", baseline.toString(), "--profile", "strict");
    assertThat(strict.status(), is(3));
    assertThat(
        strict.err(),
        startsWith(
            "the baseline was run with tier quick, profile standard, this run with tier quick,"
                + " profile strict; run both alike"));
  }

  @Test
  void a_baseline_of_none_of_several_backends_exits_3() throws IOException {
    edit("\"name\" : \"reference\"", "\"name\" : \"another\"");
    Executed executed =
        Executed.of(arguments("second", "--baseline", baseline.toString()).andBackend("cpu"));
    assertThat(executed.status(), is(0));
    executed =
        Executed.of(
            arguments(
                    "second",
                    "--baseline",
                    baseline.toString(),
                    "--tier",
                    "quick",
                    "--backend",
                    "cpu")
                .andBackend("reference"));
    assertThat(executed.status(), is(3));
    assertThat(executed.err(), containsString("the baseline is of \"another\""));
  }

  @Test
  void compare_shows_what_changed() throws IOException {
    assertThat(run("second").status(), is(0));
    Path second = folder.resolve("second/reference/report.json");
    Executed same = Executed.of("compare", baseline.toString(), second.toString());
    assertThat(same.status(), is(0));
    assertThat(same.out(), containsString("4 cases in both reports. Nothing changed."));
    edit("\"grade\" : \"correctly rounded\"", "\"grade\" : \"exact\"");
    Executed worse = Executed.of("compare", baseline.toString(), second.toString());
    assertThat(worse.status(), is(1));
    assertThat(
        worse.out(),
        allOf(containsString("| exact | correctly rounded |"), containsString("worse")));
    assertThat(Executed.of("compare", second.toString(), baseline.toString()).status(), is(0));
  }

  @Test
  void compare_needs_two_reports() {
    assertThat(Executed.of("compare", baseline.toString()).status(), is(2));
    assertThat(Executed.of("compare", baseline.toString(), "nowhere.json").status(), is(3));
  }

  private Executed run(String report, String... options) {
    return Executed.of(arguments(report, options).andBackend("reference"));
  }

  private Arguments arguments(String report, String... options) {
    List<String> arguments = new ArrayList<>(List.of("run", "--features", FEATURES));
    arguments.addAll(List.of("--report", folder.resolve(report).toString()));
    arguments.addAll(List.of(options));
    return new Arguments(arguments);
  }

  private record Arguments(List<String> options) {
    String[] andBackend(String backend) {
      options.addAll(List.of("--backend", backend));
      return options.toArray(String[]::new);
    }
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(baseline);
    assertThat(text, containsString(from));
    Files.writeString(baseline, text.replace(from, to));
  }

  private JsonNode report(String run) throws IOException {
    Path file = folder.resolve(run + "/reference/report.json");
    return new ObjectMapper().readTree(Files.readString(file));
  }
}
