package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesCommandTest {

  @TempDir Path folder;

  @Test
  void check_passes_what_this_build_carries() {
    Executed check = Executed.of("fixtures", "check");
    assertThat(check.out(), check.status(), is(0));
    assertThat(check.out().strip(), is("every fixture is as it would be written"));
  }

  @Test
  void check_names_what_a_folder_lacks_with_exit_status_1() {
    Executed check = Executed.of("fixtures", "check", "--directory", folder.toString());
    assertThat(check.status(), is(1));
    assertThat(
        check.out(), containsString("vectors/softmax: no file; every operation has vectors"));
    assertThat(check.out(), containsString("manifest.json: "));
    assertThat(check.out(), containsString("stale: \"crosscheck fixtures write\""));
  }

  @Test
  void write_writes_what_needs_no_inputs_and_says_so() throws IOException {
    Executed write = Executed.of("fixtures", "write", "--directory", folder.toString());
    assertThat(write.err(), write.status(), is(0));
    assertThat(write.out().lines().toList(), contains("wrote manifest.json", "1 files changed"));
    assertThat(
        Files.readString(folder.resolve("manifest.json")),
        is(Files.readString(Path.of("fixtures", "manifest.json"))));
  }

  @Test
  void check_counts_what_it_does_not_show() throws IOException {
    Files.createDirectories(folder.resolve("vectors"));
    for (int i = 0; i < 60; i++) {
      Files.writeString(folder.resolve("vectors/" + i + ".json"), "{}");
    }
    Executed check = Executed.of("fixtures", "check", "--directory", folder.toString());
    assertThat(check.out().lines().count(), is(52L));
    assertThat(check.out(), matchesPattern("(?s).*\nand [1-9]\\d+ more\nstale: .*"));
  }

  @Test
  void a_folder_that_is_not_there_is_refused_in_a_line() {
    Executed check = Executed.of("fixtures", "check", "--directory", folder + "/none");
    assertThat(check.status(), is(3));
    assertThat(check.err().lines().count(), is(1L));
    assertThat(check.err(), containsString("is not a folder; expected the one that holds the"));
  }

  @Test
  void without_check_or_write_it_is_a_mistake_of_usage() {
    Executed fixtures = Executed.of("fixtures");
    assertThat(fixtures.status(), is(2));
    assertThat(fixtures.err(), containsString("Missing required subcommand"));
  }
}
