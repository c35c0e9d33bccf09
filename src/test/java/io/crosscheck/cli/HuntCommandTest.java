package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntCommandTest {

  private static final String ADAPTER =
      """
      exec:read a
      echo '{"id":0,"description":{"name":"made-up","version":"1",\
      "operations":{"softmax":{"dtypes":["float32"]}}}}'
      while read request; do id=${request#*:}; id=${id%%,*}
      ANSWER
      done""";

  @TempDir private Path folder;

  private static Executed hunt(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "hunt";
    arguments[1] = "--operation";
    arguments[2] = "softmax";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Executed.of(arguments);
  }

  @Test
  void nothing_found_is_conforming_and_the_worst_is_shown_as_scenario_and_as_request() {
    Executed hunt = hunt("--backend", "cpu", "--evaluations", "200", "--seed", "4");
    assertThat(hunt.err(), hunt.status(), is(0));
    List<String> lines = hunt.out().lines().toList();
    assertThat(lines.get(0), startsWith("softmax in float32 by cpu "));
    assertThat(lines.get(0), containsString("nothing beyond the standard bound, at worst 0."));
    assertThat(lines.get(0), containsString("in 200 inputs with seed 4"));
    assertThat(hunt.out(), containsString("  Scenario: The worst input found for cpu, 0."));
    assertThat(hunt.out(), containsString("    Then the result conforms\n"));
    assertThat(hunt.err(), containsString("200 of 200 inputs"));
    Executed again = Executed.of("compute", "--request", lines.get(lines.size() - 1));
    assertThat(again.err(), again.status(), is(0));
    assertThat(again.out(), containsString("softmax by reference"));
  }

  @Test
  void an_adapter_beyond_the_bound_does_not_conform() {
    String wrong =
        ADAPTER.replace(
            "ANSWER",
            "echo \"{\\\"id\\\":$id,\\\"output\\\":{\\\"dtype\\\":\\\"float32\\\","
                + "\\\"shape\\\":[2],\\\"values\\\":[0.5,0.5]}}\"");
    Executed hunt = hunt("--backend", wrong, "--evaluations", "60", "--classes", "2");
    assertThat(hunt.err(), hunt.status(), is(1));
    assertThat(hunt.out(), containsString("beyond the standard bound"));
    assertThat(hunt.out(), containsString("2 of 2 elements outside the standard bound"));
  }

  @Test
  void an_adapter_that_crashes_has_been_found_out() {
    Executed hunt = hunt("--backend", ADAPTER.replace("ANSWER", "exit 9"), "--evaluations", "60");
    assertThat(hunt.err(), hunt.status(), is(1));
    assertThat(hunt.out(), containsString("it breaks"));
    assertThat(hunt.out(), containsString("exit status 9"));
    assertThat(hunt.out(), containsString("Scenario: An input that made-up breaks on"));
  }

  @Test
  void a_search_is_kept_and_gone_on_with() throws Exception {
    String state = folder.resolve("state.txt").toString();
    Executed first = hunt("--backend", "cpu", "--evaluations", "50", "--state", state);
    assertThat(first.err(), first.status(), is(0));
    assertThat(Files.readString(Path.of(state)), containsString("evaluations 50\n"));
    Executed second =
        hunt("--backend", "cpu", "--evaluations", "120", "--state", state, "--resume");
    Executed whole = hunt("--backend", "cpu", "--evaluations", "120");
    assertThat(second.err(), second.out(), is(whole.out()));
    Executed other =
        hunt("--backend", "cpu", "--evaluations", "9", "--state", state, "--resume", "--seed", "2");
    assertThat(other.status(), is(3));
    assertThat(other.err(), containsString("holds another search"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--evaluations 0 | 2 | --evaluations is 0; expected 1 or more",
        "--evaluations 5 --seconds 5 | 2 | both end the search",
        "--seconds x | 2 | Invalid value for option '--seconds'",
        "--operation argmax | 2 | the results of argmax are exact",
        "--dtype int32 | 2 | expected a float dtype",
        "--shape 2,x | 2 | is no shape",
        "--shape 0 | 2 | has no elements",
        "--shape 3 --attribute axis=2 | 2 | has too few axes",
        "--attribute depth=2 | 2 | has no attribute",
        "--classes 0 | 2 | --classes is 0",
        "--classes 3 --shape 3 | 2 | give one",
        "--resume | 2 | --resume goes with --state",
        "--resume --state nowhere/at/all | 3 | can't be read",
        "--backend nobody | 3 | is no backend",
      })
  void what_makes_no_sense_is_refused(String options, int status, String words) {
    String all =
        "hunt"
            + (options.contains("--operation") ? "" : " --operation softmax")
            + (options.contains("--backend") ? "" : " --backend cpu")
            + " "
            + options;
    Executed hunt = Executed.of(all.split(" "));
    assertThat(hunt.err(), hunt.status(), is(status));
    assertThat(hunt.err(), containsString(words));
  }
}
