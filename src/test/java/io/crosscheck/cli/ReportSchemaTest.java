package io.crosscheck.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.crosscheck.fixtures.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSchemaTest {

  @TempDir static Path folder;
  private static String report = "";

  @BeforeAll
  static void smoke() throws IOException {
    Executed run =
        Executed.of("run", "--backend", "cpu", "--tier", "smoke", "--report", folder.toString());
    assertThat(run.err(), run.status(), is(0));
    report = Files.readString(folder.resolve("cpu/report.json"));
  }

  @Test
  void the_report_of_a_smoke_run_follows_the_schema() {
    assertThat(Schemas.errors("report", report), is(empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\" : 1 | \"schema\" : 2",
        "\"totals\" | \"sums\"",
        "\"outcome\" : \"passed\" | \"outcome\" : \"ok\"",
        "\"level\" : \"must\" | \"level\" : \"shall\"",
        "\"tier\" : \"smoke\" | \"tier\" : \"none\"",
        "\"partial\" : true | \"partial\" : \"yes\"",
        "\"started\" : \"20 | \"started\" : \"Nov 20",
        "\"nearest_dialect\" : [ { | \"nearest_dialect\" : [ 1, {",
        "\"differing\" : | \"different\" :",
        "\"failed\" : 0 | \"failed\" : -1",
        "\"worst_ulp\" : | \"worst_ulp\" : {}, \"was\" :",
      })
  void a_spoilt_report_is_none(String good, String bad) {
    String spoilt = report.replace(good, bad);
    assertThat(spoilt, is(not(report)));
    assertThat(Schemas.errors("report", spoilt), is(not(empty())));
  }
}
