package io.crosscheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir Path dir;

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(dir)) {
      return paths
          .filter(Files::isRegularFile)
          .map(p -> dir.relativize(p).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_run_has_one_page_and_four_files_per_implementation() throws IOException {
    Reports.write(dir, List.of(Samples.mixed("mine")));
    assertEquals(
        List.of(
            "index.html",
            "mine/badge.json",
            "mine/junit.xml",
            "mine/report.json",
            "mine/summary.md"),
        files());
    JsonNode report = new ObjectMapper().readTree(dir.resolve("mine/report.json").toFile());
    assertEquals(Samples.mixed("mine"), RunReport.of(report));
    assertEquals(
        Samples.json(
            "{\"schemaVersion\":1,\"label\":\"crosscheck\",\"message\":\"2/3 must passed\","
                + "\"color\":\"red\"}"),
        new ObjectMapper().readTree(dir.resolve("mine/badge.json").toFile()));
  }

  @Test
  void folder_names_are_safe_and_distinct() {
    List<RunReport> reports =
        Stream.of("a b", "a/b", "A b", "../..", "ünï", "ok_1.2-x", "..")
            .map(Samples::mixed)
            .toList();
    assertEquals(
        List.of("a-b", "a-b-2", "A-b-3", "-..", "-n-", "ok_1.2-x", "implementation"),
        FolderNames.of(reports));
  }

  @Test
  void every_file_can_be_made_again_from_the_json_alone() throws IOException {
    Reports.write(dir, List.of(Samples.mixed("mine"), Samples.mixed("yours")));
    Path again = dir.resolve("again");
    List<String> written = files();
    Reports.write(
        again,
        List.of(
            RunReport.read(dir.resolve("mine/report.json")),
            RunReport.read(dir.resolve("yours/report.json"))));
    for (String name : written) {
      assertEquals(
          Files.readString(dir.resolve(name)), Files.readString(again.resolve(name)), name);
    }
  }

  @Test
  void json_that_is_no_report_is_refused() throws IOException {
    Path file = Files.writeString(dir.resolve("report.json"), "{\"a\":1}");
    assertThrows(IOException.class, () -> RunReport.read(file));
  }

  @Test
  void a_folder_that_cannot_be_made_is_an_error() throws IOException {
    Path file = Files.writeString(dir.resolve("taken"), "");
    assertThrows(IOException.class, () -> Reports.write(file, List.of(Samples.mixed("mine"))));
  }

  @Test
  void no_file_holds_a_control_character() throws IOException {
    Case c = Samples.of(Samples.AXIS, "s", "", Outcome.ERRORED, "bell \u0007 and \u001B[1mbold");
    Reports.write(dir, List.of(Samples.report("mi\u0000ne", List.of(c))));
    for (String name : files()) {
      String text = Files.readString(dir.resolve(name));
      assertFalse(text.chars().anyMatch(ch -> ch < ' ' && ch != '\n'), name);
    }
    assertTrue(Files.readString(dir.resolve("index.html")).contains("bell \uFFFD and bold"));
  }
}
