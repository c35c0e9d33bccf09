package io.crosscheck.run;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.crosscheck.backend.Backend;
import io.crosscheck.backend.Backends;
import io.crosscheck.backend.UnderTest;
import io.crosscheck.operation.Profile;
import io.crosscheck.report.Case;
import io.crosscheck.report.Level;
import io.crosscheck.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSetTest {

  private static final String RULE =
      "Feature: Softmax\n  @req:softmax.axis.slice @should\n  Rule: Slices are normalised\n";
  private static final String STEPS =
      "      Given the float16 tensor logits = [1]\n      When softmax is computed\n";

  @TempDir Path folder;

  @Test
  void an_id_is_requirement_and_scenario_name() throws IOException {
    assertThat(
        ids(RULE + "    Scenario: A row, of 2 x 3!\n" + STEPS),
        contains("softmax.axis.slice/a-row-of-2-x-3"));
  }

  @Test
  void example_cells_tell_rows_apart_by_sign_point_and_exponent() throws IOException {
    assertThat(
        ids(outline("1 | 2", "-1 | 2", "1e-7 | 0.5", "[1, -2] | NaN")),
        contains(
            "softmax.axis.slice/axis-a/1_2",
            "softmax.axis.slice/axis-a/-1_2",
            "softmax.axis.slice/axis-a/1e-7_0.5",
            "softmax.axis.slice/axis-a/1_-2_NaN"));
  }

  @Test
  void hundreds_of_runs_fit_in_one_jvm() throws IOException {
    Files.writeString(
        folder.resolve("f.feature"),
        RULE + "    Scenario: A row\n" + STEPS + "      Then the result is [1]\n");
    Selection all = new Selection(Tier.QUICK, "", List.of(), List.of(), List.of());
    Backend cpu = Backends.create(Backends.available("cpu"));
    List<Case> passed = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      new Runner(FeatureSet.load(Optional.of(folder)), all)
          .run(
              new UnderTest(cpu, Profile.STANDARD), id -> {}, (done, findings) -> passed.add(done));
    }
    assertThat(passed.stream().filter(c -> c.outcome() == Outcome.PASSED).count(), is(300L));
  }

  @Test
  void equal_rows_are_numbered() throws IOException {
    assertThat(
        ids(outline("1 | 2", "1 | 2")),
        contains("softmax.axis.slice/axis-a/1_2", "softmax.axis.slice/axis-a/1_2-2"));
  }

  @Test
  void long_cells_are_cut_and_stay_distinct() throws IOException {
    String digits = "1234567890".repeat(12);
    List<String> ids = ids(outline(digits + "1 | 2", digits + "2 | 2"));
    assertThat(ids.get(0).equals(ids.get(1)), is(false));
    assertThat(ids.get(0).length(), lessThan(100));
  }

  @Test
  void a_case_knows_its_rule_level_operation_and_dtype() throws IOException {
    SpecifiedCase read = load(RULE + "    Scenario: A row\n" + STEPS).cases().get(0);
    assertThat(read.requirement().text(), is("Slices are normalised"));
    assertThat(read.requirement().level(), is(Level.SHOULD));
    assertThat(read.requirement().feature(), is("Softmax"));
    assertThat(read.operation(), is("softmax"));
    assertThat(read.dtype(), is("float16"));
  }

  @Test
  void the_dtype_of_an_integer_operation_is_that_of_its_result() throws IOException {
    String given =
        "      Given the int64 tensor indices = [1]\n      When one_hot is computed with ";
    FeatureSet set =
        load(
            RULE
                + "    Scenario: By default\n"
                + given
                + "depth 3\n"
                + "    Scenario: As asked\n"
                + given
                + "depth 3, dtype bfloat16\n");
    assertThat(
        set.cases().stream().map(SpecifiedCase::dtype).toList(), contains("float32", "bfloat16"));
  }

  @Test
  void a_feature_that_does_not_parse_is_named() throws IOException {
    SetUpException e = assertThrows(SetUpException.class, () -> load("Featur: x"));
    assertThat(e.getMessage(), containsString("softmax.feature"));
  }

  @Test
  void a_folder_without_features_is_refused() {
    assertThrows(SetUpException.class, () -> FeatureSet.load(Optional.of(folder)));
    assertThrows(
        SetUpException.class, () -> FeatureSet.load(Optional.of(folder.resolve("missing"))));
  }

  @Test
  void the_ids_of_the_whole_specification_are_unique() {
    List<String> ids =
        FeatureSet.load(Optional.empty()).cases().stream().map(SpecifiedCase::id).toList();
    assertThat(ids.stream().distinct().count(), is((long) ids.size()));
  }

  private static String outline(String... rows) {
    return RULE
        + "    Scenario Outline: Axis <a>\n"
        + STEPS
        + "      Examples: some\n        | a | b |\n        | "
        + String.join(" |\n        | ", rows)
        + " |\n";
  }

  private List<String> ids(String text) throws IOException {
    return load(text).cases().stream().map(SpecifiedCase::id).toList();
  }

  private FeatureSet load(String text) throws IOException {
    Files.writeString(folder.resolve("softmax.feature"), text);
    return FeatureSet.load(Optional.of(folder));
  }
}
