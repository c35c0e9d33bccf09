package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {

  private static final String BENCH = "bench --operation log_softmax --shape 8,100";

  @Test
  void speed_and_accuracy_stand_in_one_row() {
    Executed bench =
        Executed.of(
            (BENCH + " --rounds 2 --backend cpu --backend reference --threads 1,2").split(" "));
    assertThat(bench.err(), bench.status(), is(0));
    List<String> lines = bench.out().lines().toList();
    assertThat(lines.get(0), startsWith("log_softmax of float32 [8, 100], 800 elements a call"));
    assertThat(lines.get(1), startsWith("backend    threads  elements/s"));
    assertThat(lines.get(2), matchesPattern("cpu +1 +[\\d.]+ M +[\\d.]+ M +[\\d.]+ M +1\\.00 .*"));
    assertThat(lines.get(3), startsWith("reference        1"));
    assertThat(lines.get(3), containsString("correctly rounded"));
    assertThat(lines.get(4), startsWith("cpu              2"));
    assertThat(lines.size(), is(6));
  }

  @Test
  void machines_get_json() throws Exception {
    Executed bench = Executed.of((BENCH + " --rounds 2 --backend cpu --json").split(" "));
    assertThat(bench.err(), bench.status(), is(0));
    JsonNode json = new ObjectMapper().readTree(bench.out());
    assertThat(json.get("shape").toString(), is("[8,100]"));
    JsonNode figures = json.get("figures").get(0);
    assertThat(figures.get("backend").asText(), is("cpu"));
    assertThat(figures.get("elements_per_second").asDouble(), greaterThan(1000.0));
    assertThat(figures.get("worst_ulp").asDouble(), greaterThan(0.0));
    assertThat(figures.get("outcome").asText(), is("passed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--backend cpu --threads 0 | 2 | expected 1 or more",
        "--backend cpu --rounds 0 | 2 | expected 1 or more",
        "--backend cpu --attribute axis=4 | 2 | has too few axes",
        "--backend cpu --dtype bool | 2 | expected a float dtype",
        "--backend nobody | 3 | is no backend",
      })
  void what_makes_no_sense_is_refused(String options, int status, String words) {
    Executed bench = Executed.of((BENCH + " " + options).split(" "));
    assertThat(bench.err(), bench.status(), is(status));
    assertThat(bench.err(), containsString(words));
  }
}
