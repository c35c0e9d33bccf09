package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.crosscheck.fixtures.Schemas;
import io.crosscheck.report.RunReport;
import io.crosscheck.report.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedRecordsTest {

  private static final Path REPORTS = Path.of("reports");
  private static final Pattern OF_A_MACHINE = Pattern.compile("/(home|root|tmp|work|Users)/");

  static List<Path> records() throws IOException {
    try (Stream<Path> folders = Files.list(REPORTS)) {
      return folders
          .filter(folder -> !folder.endsWith("local"))
          .map(folder -> folder.resolve("report.json"))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_at_least_fourteen_beside_the_built_in_four() throws IOException {
    assertThat(records().size(), greaterThanOrEqualTo(18));
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_follows_the_schema_and_names_no_folder(Path record) throws IOException {
    String text = Files.readString(record);
    assertThat(Schemas.errors("report", text), is(empty()));
    assertThat(OF_A_MACHINE.matcher(text).find(), is(false));
  }

  /** What is not claimed may be left out; what was judged may not. */
  @ParameterizedTest
  @MethodSource("records")
  void a_record_holds_every_case_that_was_judged(Path record) throws IOException {
    RunReport report = RunReport.read(record);
    Totals kept = Totals.of(report.cases());
    assertThat(kept.passed(), is(report.totals().passed()));
    assertThat(kept.failed(), is(report.totals().failed()));
    assertThat(kept.errored(), is(report.totals().errored()));
  }

  @Test
  void the_matrix_names_no_folder() throws IOException {
    String page = Files.readString(REPORTS.resolve("index.html"));
    assertThat(OF_A_MACHINE.matcher(page).find(), is(false));
  }
}
