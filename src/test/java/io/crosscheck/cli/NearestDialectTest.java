package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestDialectTest {

  @TempDir Path folder;

  @Test
  void a_report_names_the_dialect_that_the_implementation_was_seen_to_follow() throws IOException {
    JsonNode nearest = nearest("scipy", "softmax", "log_softmax", "log_sum_exp", "kl_divergence");
    assertThat(nearest.size(), is(1));
    assertThat(nearest.at("/0/dialect").asText(), is("scipy"));
    assertThat(nearest.at("/0/agreed").size(), greaterThan(5));
    assertThat(nearest.at("/0/differing").size(), is(0));
  }

  @Test
  void where_no_choice_was_observed_none_is_near() throws IOException {
    assertThat(nearest("scipy", "binary_accuracy").size(), is(0));
  }

  private JsonNode nearest(String dialect, String... operations) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run", "--report", folder.toString()));
    arguments.addAll(List.of("--backend", "reference", "--dialect", dialect, "--dtype", "float32"));
    for (String operation : operations) {
      arguments.addAll(List.of("--operation", operation));
    }
    Executed.of(arguments.toArray(String[]::new));
    String report = Files.readString(folder.resolve("reference/report.json"));
    return new ObjectMapper().readTree(report).at("/choices/nearest_dialect");
  }
}
